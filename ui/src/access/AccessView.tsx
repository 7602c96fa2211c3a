import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef } from 'react';
import type { IntegrationRow } from '../backend/index.ts';
import { Page } from '../frame/Page.tsx';
import { QuietNote } from '../frame/QuietNote.tsx';
import { IntegrationParts } from '../integrations/IntegrationParts.tsx';
import { ProblemView } from '../problems/index.ts';
import { AccessContext } from './AccessContext.tsx';
import { AllDone } from './AllDone.tsx';
import { Chooser } from './Chooser.tsx';
import { PhaseSection } from './PhaseSection.tsx';
import { Progress } from './Progress.tsx';
import { countOf } from './progress.ts';
import { statesOf } from './step-state.ts';
import { phasesFor } from './steps/index.ts';
import { useAim } from './use-aim.ts';
import { useCheck } from './use-check.ts';

interface Props {
  rows: IntegrationRow[];
  /** The integration that the steps are for; none before there is one. */
  row: IntegrationRow | null;
  ticked: readonly string[];
  onTick: (step: string, done: boolean) => void;
}

/** What is wanted, how far it is, and the steps. */
export function AccessView({ rows, row, ticked, onTick }: Props) {
  const aim = useAim();
  const check = useCheck(row?.id ?? null);
  const list = useRef<HTMLDivElement>(null);
  const kind = row?.kind ?? aim.kind;
  const phases = phasesFor({ goals: aim.goals, kind });
  const states = statesOf(
    phases.flatMap(({ steps }) => steps),
    { ticked, integration: row?.name ?? null, examination: check.examination },
  );

  function showFailed() {
    const failed = list.current?.querySelector<HTMLElement>('[data-failed]');
    failed?.focus({ preventScroll: true });
    failed?.scrollIntoView({ block: 'center' });
  }

  return (
    <AccessContext value={{ row, checkedAt: check.examination?.begunAt ?? null, onTick }}>
      <Page>
        {row ? <IntegrationParts integration={row.id} /> : null}
        <Chooser rows={rows} row={row} aim={aim} />
        <Progress states={states} check={check} canCheck={row !== null} onShowFailed={showFailed} />
        {check.problem ? <ProblemView problem={check.problem} /> : null}
        {row && countOf(states, 'done') === states.size ? <AllDone integration={row.id} /> : null}
        {row?.environment === 'practice' ? (
          <QuietNote title="This integration is for practice">
            The practice workspace plays Admin Console and Developer Console, so their pages are not opened from here.
          </QuietNote>
        ) : null}
        <div ref={list} className={style({ display: 'contents' })}>
          {phases.map((phase, index) => (
            <PhaseSection key={phase.title} phase={phase} number={index + 1} states={states} />
          ))}
        </div>
      </Page>
    </AccessContext>
  );
}
