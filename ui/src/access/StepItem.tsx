import { Badge } from '@react-spectrum/s2/Badge';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { FailedLine } from '../doctor/index.ts';
import { ago, exactly } from '../words/time.ts';
import { useNow } from '../words/use-now.ts';
import { useAccess } from './AccessContext.tsx';
import { StepActions } from './StepActions.tsx';
import { StepTitle } from './StepTitle.tsx';
import type { StepState } from './step-state.ts';
import { integrationStep, type AccessStep, type Who } from './steps/index.ts';

const whoInWords = { you: 'You', administrator: 'An administrator', developer: 'A developer' } as const;
const whoColour = { you: 'neutral', administrator: 'purple', developer: 'blue' } as const satisfies Record<Who, string>;

const item = style({ display: 'flex', flexDirection: 'column', gap: 8, outlineOffset: 4 });
const head = style({ display: 'flex', alignItems: 'center', gap: 12, minHeight: 24 });
const body = style({ display: 'flex', flexDirection: 'column', gap: 8, paddingStart: '[26px]' });
const text = style({ font: 'body-sm', margin: 0, maxWidth: 720 });
const note = style({ font: 'ui', margin: 0, maxWidth: 720, color: 'neutral-subdued' });

/** One step: who does it, where, and how it is. */
export function StepItem({ step, state }: { step: AccessStep; state: StepState }) {
  const { row, checkedAt } = useAccess();
  const now = useNow();
  const said = noteOf(step, state, row !== null);
  const isTold = state.state === 'done' && state.by === 'check' && checkedAt !== null;
  const isFailed = state.state === 'failed';
  return (
    <li className={item} tabIndex={isFailed ? -1 : undefined} data-failed={isFailed ? '' : undefined}>
      <div className={head}>
        <StepTitle step={step} state={state} />
        <span className={style({ flexGrow: 1 })} />
        <Badge size="S" fillStyle="subtle" variant={whoColour[step.who]}>
          {whoInWords[step.who]}
        </Badge>
      </div>
      <div className={body}>
        <p className={text}>{step.text}</p>
        {said === '' ? null : (
          <p className={note}>
            {said}
            {isTold ? <span title={exactly(checkedAt)}> Checked {ago(checkedAt, now)}.</span> : null}
          </p>
        )}
        {isFailed && state.shownAt === null ? <FailedLine problem={state.problem} help={state.help} /> : null}
        {state.state === 'done' ? null : <StepActions step={step} state={state} />}
      </div>
    </li>
  );
}

function noteOf(step: AccessStep, state: StepState, canCheck: boolean): string {
  switch (state.state) {
    case 'done':
      return state.by === 'check' ? `${state.found}.` : '';
    case 'failed':
      return state.shownAt === null ? '' : `See “${state.shownAt}” above.`;
    case 'open':
      if (!step.onlyByCheck || step.id === integrationStep) return '';
      if (state.note !== '') return `${state.note}.`;
      return canCheck ? 'A check tells.' : 'A check tells, once there is an integration.';
    case 'checking':
      return '';
  }
}
