import { ActionButton } from '@react-spectrum/s2/ActionButton';
import type { DoctorHelp, Problem } from '../backend/index.ts';
import { copyText, ProblemView } from '../problems/index.ts';

/** Why a line failed, what to do next, and a message to whoever can help. */
export function FailedLine({ problem, help }: { problem: Problem; help: DoctorHelp | null }) {
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
