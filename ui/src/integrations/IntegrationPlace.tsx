import { useAnswer } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { IntegrationGone } from './IntegrationGone.tsx';
import { IntegrationProblem } from './IntegrationProblem.tsx';
import { IntegrationView } from './IntegrationView.tsx';

/** A saved integration: what it is, how it is, and what can be done with it. Nothing can be changed by accident. */
export function IntegrationPlace({ integration }: { integration: string }) {
  const { data: rows, error } = useAnswer('integrations_list', null);
  if (error) return <IntegrationProblem problem={error} />;
  if (!rows) return <Loading />;
  const row = rows.find(({ id }) => id === integration);
  return row ? <IntegrationView row={row} /> : <IntegrationGone />;
}
