import { useAnswer } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { Page } from '../frame/Page.tsx';
import { IntegrationGone } from '../integrations/IntegrationGone.tsx';
import { ProblemView } from '../problems/index.ts';
import { AccessView } from './AccessView.tsx';
import { useTicks } from './use-ticks.ts';

/** What a person needs before the first call, step by step; of one integration, or before there is one. */
export function AccessPlace({ integration }: { integration: string | null }) {
  const { data: rows, error } = useAnswer('integrations_list', null);
  const ticks = useTicks(integration);
  const row = rows?.find(({ id }) => id === integration) ?? null;
  if (rows && integration !== null && !row) return <IntegrationGone />;
  const problem = error ?? ticks.problem;
  if (problem) {
    return (
      <Page>
        <ProblemView problem={problem} />
      </Page>
    );
  }
  if (!rows) return <Loading />;
  return <AccessView rows={rows} row={row} ticked={ticks.ticked} onTick={ticks.tick} />;
}
