import { Button } from '@react-spectrum/s2/Button';
import { go } from '../app/route.ts';
import { useAnswer } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { Page } from '../frame/Page.tsx';
import { ProblemView } from '../problems/index.ts';
import { IntegrationGone } from './IntegrationGone.tsx';
import { IntegrationView } from './IntegrationView.tsx';

/** A saved integration: what it is, how it is, and what can be done with it. Nothing can be changed by accident. */
export function IntegrationPlace({ integration }: { integration: string }) {
  const { data: rows, error } = useAnswer('integrations_list', null);
  if (error) {
    return (
      <Page>
        <ProblemView
          problem={error}
          actions={
            <Button variant="secondary" onPress={() => go('/integrations')}>
              All integrations
            </Button>
          }
        />
      </Page>
    );
  }
  if (!rows) return <Loading />;
  const row = rows.find(({ id }) => id === integration);
  return row ? <IntegrationView row={row} /> : <IntegrationGone />;
}
