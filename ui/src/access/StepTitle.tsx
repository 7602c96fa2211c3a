import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { OutcomeIcon } from '../integrations/steps/OutcomeIcon.tsx';
import type { StepOutcome } from '../backend/index.ts';
import { useAccess } from './AccessContext.tsx';
import type { StepState } from './step-state.ts';
import type { AccessStep } from './steps/index.ts';

const title = style({ font: 'title' });
const outcomes: Record<StepState['state'], StepOutcome['state']> = {
  done: 'passed',
  checking: 'running',
  failed: 'failed',
  open: 'waiting',
};

/** The title of a step behind its sign, or behind a checkbox where only the person can tell. */
export function StepTitle({ step, state }: { step: AccessStep; state: StepState }) {
  const { onTick } = useAccess();
  const isDoneByHand = state.state === 'done' && state.by === 'hand';
  if (isDoneByHand || (state.state === 'open' && !step.onlyByCheck)) {
    return (
      <Checkbox isSelected={isDoneByHand} onChange={(done) => onTick(step.id, done)}>
        <span className={title}>{step.title}</span>
      </Checkbox>
    );
  }
  return (
    <span className={style({ display: 'flex', alignItems: 'center', gap: 8 })}>
      <OutcomeIcon state={outcomes[state.state]} />
      <span className={title}>{step.title}</span>
    </span>
  );
}
