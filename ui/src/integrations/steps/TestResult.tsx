import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Draft, TestStep } from '../../backend/index.ts';
import { copyText, ProblemView } from '../../problems/index.ts';
import { messageToSend } from './message-to-send.ts';
import { OutcomeIcon } from './OutcomeIcon.tsx';

interface Props {
  steps: TestStep[];
  draft: Draft;
}

const list = style({ display: 'flex', flexDirection: 'column', gap: 12, margin: 0, padding: 0, listStyleType: 'none' });
const line = style({ display: 'flex', alignItems: 'center', gap: 8, font: 'ui' });
const note = style({ color: 'neutral-subdued', minWidth: 0, overflowWrap: 'anywhere' });

/** Each check of the test, live: how it went, and what to do next. */
export function TestResult({ steps, draft }: Props) {
  return (
    <ol aria-label="Test steps" className={list}>
      {steps.map(({ check, title, outcome }) => (
        <li key={check} className={style({ display: 'flex', flexDirection: 'column', gap: 8 })}>
          <div className={line}>
            <OutcomeIcon state={outcome.state} />
            <span>{title}</span>
            {outcome.state === 'passed' && outcome.detail ? <span className={note}>{outcome.detail}</span> : null}
            {outcome.state === 'skipped' ? <span className={note}>{outcome.reason}</span> : null}
          </div>
          {outcome.state === 'failed' ? (
            <ProblemView
              problem={outcome.problem}
              actions={
                <ActionButton
                  onPress={() => void copyText(messageToSend(draft, title, outcome.problem), 'Message copied.')}
                >
                  Copy a message to send
                </ActionButton>
              }
            />
          ) : null}
        </li>
      ))}
    </ol>
  );
}
