import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef } from 'react';
import type { IntegrationRow } from '../backend/index.ts';
import { QuietNote } from '../frame/QuietNote.tsx';
import { ProblemView } from '../problems/index.ts';
import { AccessContext } from './AccessContext.tsx';
import { AllDone } from './AllDone.tsx';
import { PhaseSection } from './PhaseSection.tsx';
import { Progress } from './Progress.tsx';
import { countOf } from './progress.ts';
import { statesOf } from './step-state.ts';
import { phasesFor } from './steps/index.ts';
import type { useAim } from './use-aim.ts';
import { useCheck } from './use-check.ts';

interface Props {
  row: IntegrationRow | null;
  aim: ReturnType<typeof useAim>;
  ticked: readonly string[];
  onTick: (step: string, done: boolean) => void;
}

/** How far somebody is, and the steps. */
export function AccessSteps({ row, aim, ticked, onTick }: Props) {
  const check = useCheck(row?.id ?? null);
  const list = useRef<HTMLDivElement>(null);
  const phases = phasesFor({ goals: aim.goals, kind: row?.kind ?? aim.kind });
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
    </AccessContext>
  );
}
