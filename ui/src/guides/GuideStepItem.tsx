import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { GuideStep, GuideStepState, Problem } from '../backend/index.ts';
import { ProblemView } from '../problems/index.ts';
import { focusOutline } from '../theme/focus-outline.ts';
import { isNext } from './progress.ts';
import { StepActions } from './StepActions.tsx';
import { StepMark } from './StepMark.tsx';

interface Props {
  step: GuideStep;
  number: number;
  isLast: boolean;
  /** Why the last action on this step was refused. */
  refusal: Problem | null;
}

const item = style({ display: 'grid', gridTemplateColumns: [20, 'minmax(0, 1fr)'], columnGap: 12 });

const track = style({ display: 'flex', flexDirection: 'column', alignItems: 'center', gap: 4, paddingTop: 2 });

/** The line from one step to the next. */
const line = style<{ isDone: boolean }>({
  flexGrow: 1,
  width: 2,
  minHeight: 12,
  backgroundColor: { default: 'gray-200', isDone: 'gray-400' },
});

const body = style<{ isLast: boolean }>({
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  paddingBottom: { default: 20, isLast: 0 },
});

const heading = style<{ state: GuideStepState['state'] }>({
  font: 'title',
  margin: 0,
  alignSelf: 'start',
  borderRadius: 'sm',
  color: { default: 'neutral', state: { later: 'neutral-subdued' } },
});

const text = style({ font: 'body', margin: 0, maxWidth: 720 });
const note = style({ font: 'ui', margin: 0, maxWidth: 720, color: 'neutral-subdued' });

/** One step: done with what came of it, the next with what to do, or later. */
export function GuideStepItem({ step, number, isLast, refusal }: Props) {
  const { state } = step;
  const problem = refusal ?? (state.state === 'failed' ? state.problem : null);
  return (
    <li className={item} aria-current={isNext(step) ? 'step' : undefined}>
      <div className={track}>
        <StepMark state={state.state} number={number} />
        {isLast ? null : <div className={line({ isDone: state.state === 'done' })} />}
      </div>
      <div className={body({ isLast })}>
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 2 })}>
          <h2 tabIndex={-1} className={`${heading({ state: state.state })} ${focusOutline}`}>
            {step.title}
          </h2>
          {state.state === 'done' && state.detail ? <p className={note}>{state.detail}</p> : null}
          {isNext(step) ? <p className={text}>{step.explanation}</p> : null}
        </div>
        {problem ? <ProblemView problem={problem} /> : null}
        {isNext(step) ? <StepActions step={step} /> : null}
      </div>
    </li>
  );
}
