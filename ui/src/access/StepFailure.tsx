import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { copyText, ProblemView } from '../problems/index.ts';
import type { StepState } from './step-state.ts';

/** Why a step failed, unless an earlier step shows it, and who can help. */
export function StepFailure({ failure }: { failure: Extract<StepState, { state: 'failed' }> }) {
  const { problem, help, shownAt } = failure;
  if (shownAt !== null) return null;
  return (
    <ProblemView
      problem={problem}
      actions={
        help ? (
          <ActionButton onPress={() => void copyText(help.message, 'Message copied.')}>
            {`Copy a message to ${help.who}`}
          </ActionButton>
        ) : null
      }
    />
  );
}
