import type { IntegrationRow } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { Page } from '../frame/Page.tsx';
import { IntegrationParts } from '../integrations/IntegrationParts.tsx';
import { AccessSteps } from './AccessSteps.tsx';
import { Chooser } from './Chooser.tsx';
import { useAim } from './use-aim.ts';

interface Props {
  rows: IntegrationRow[];
  /** The integration that the steps are for; none before there is one. */
  row: IntegrationRow | null;
  /** Undefined while it is read. */
  ticked: readonly string[] | undefined;
  onTick: (step: string, done: boolean) => void;
}

/** What is wanted, and the steps to it. The choice stays while the steps of another integration are read. */
export function AccessView({ rows, row, ticked, onTick }: Props) {
  const aim = useAim();
  return (
    <Page>
      {row ? <IntegrationParts integration={row.id} /> : null}
      <Chooser rows={rows} row={row} aim={aim} />
      {ticked ? <AccessSteps key={row?.id} row={row} aim={aim} ticked={ticked} onTick={onTick} /> : <Loading />}
    </Page>
  );
}
