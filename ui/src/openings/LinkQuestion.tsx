import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { go } from '../app/route.ts';
import type { Question } from './link-words.ts';

/** Asks before a link from outside is followed. Who just presses Enter does not follow it. */
export function LinkQuestion({ question }: { question: Question }) {
  return (
    <AlertDialog
      variant="confirmation"
      title={question.title}
      primaryActionLabel="Open"
      cancelLabel="Do not open"
      autoFocusButton="cancel"
      onPrimaryAction={() => go(question.path)}
    >
      {question.text}
    </AlertDialog>
  );
}
