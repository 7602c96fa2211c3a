import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { DoctorLine, DoctorOutcome } from '../backend/index.ts';
import { OutcomeIcon } from '../integrations/steps/OutcomeIcon.tsx';
import { FailedLine } from './FailedLine.tsx';

const line = style({ display: 'flex', alignItems: 'center', gap: 8, font: 'ui', minHeight: 24 });
const note = style({ color: 'neutral-subdued', minWidth: 0, overflowWrap: 'anywhere' });
const took = style({ color: 'neutral-subdued', flexShrink: 0 });

/** One thing that is looked at: how it is, and what to do when it is not well. */
export function DoctorLineItem({ line: { title, outcome, tookMs } }: { line: DoctorLine }) {
  const said = noteOf(outcome);
  return (
    <li className={style({ display: 'flex', flexDirection: 'column', gap: 8 })}>
      <div className={line}>
        <OutcomeIcon state={outcome.state === 'notApplicable' ? 'skipped' : outcome.state} />
        <span>{title}</span>
        <span className={note}>{said}</span>
        <span className={style({ flexGrow: 1 })} />
        {tookMs === null ? null : <span className={took}>{`${tookMs.toLocaleString()} ms`}</span>}
      </div>
      {outcome.state === 'failed' ? <FailedLine problem={outcome.problem} help={outcome.help} /> : null}
    </li>
  );
}

function noteOf(outcome: DoctorOutcome): string {
  if (outcome.state === 'passed') return outcome.detail;
  return outcome.state === 'notApplicable' ? outcome.reason : '';
}
