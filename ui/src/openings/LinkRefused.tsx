import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import type { Problem } from '../backend/index.ts';

/** Says why a link from outside leads nowhere on this computer. */
export function LinkRefused({ problem }: { problem: Problem }) {
  return (
    <AlertDialog variant="error" title={problem.title} primaryActionLabel="Close">
      {`${problem.message} ${problem.nextStep}`}
    </AlertDialog>
  );
}
