import { Button } from '@react-spectrum/s2/Button';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import Plugin from '@react-spectrum/s2/illustrations/linear/Plugin';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Announcements } from '../announcements/index.ts';
import { go } from '../app/route.ts';
import { useAnswer } from '../backend/index.ts';
import { Page } from '../frame/Page.tsx';
import { openImport } from '../imports/index.ts';
import { ProblemView } from '../problems/index.ts';
import { IntegrationsTable } from './IntegrationsTable.tsx';

const newIntegration = () => go('/integrations/new');

/** All saved integrations, and how each of them is. */
export function IntegrationsPlace() {
  const { data: rows, error, refetch } = useAnswer('integrations_list', null);
  if (error) {
    return (
      <Page>
        <ProblemView
          problem={error}
          actions={
            <Button variant="secondary" onPress={() => void refetch()}>
              Try again
            </Button>
          }
        />
      </Page>
    );
  }
  if (rows?.length === 0) {
    return (
      <div className={style({ display: 'grid', placeItems: 'center', minHeight: 'full' })}>
        <IllustratedMessage>
          <Plugin />
          <Heading level={2}>No integrations yet</Heading>
          <Content>
            An integration is one saved set of Adobe credentials for one organization. Sessions are listed and created
            with it.
          </Content>
          <ButtonGroup>
            <Button variant="secondary" onPress={openImport}>
              Import…
            </Button>
            <Button variant="accent" onPress={newIntegration}>
              New integration
            </Button>
          </ButtonGroup>
        </IllustratedMessage>
      </div>
    );
  }
  return (
    <Page width="table">
      <Announcements />
      <div className={style({ display: 'flex', flexWrap: 'wrap', justifyContent: 'end', gap: 12 })}>
        <Button variant="secondary" onPress={() => go('/integrations/tokens')}>
          Token workbench
        </Button>
        <Button variant="secondary" onPress={openImport}>
          Import…
        </Button>
        <Button variant="accent" onPress={newIntegration}>
          New integration
        </Button>
      </div>
      <IntegrationsTable rows={rows} />
    </Page>
  );
}
