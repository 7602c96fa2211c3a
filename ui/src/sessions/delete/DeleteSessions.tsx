import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import type { SessionRow } from '../../backend/index.ts';
import { namesInWords, whatInWords } from './deletion-words.ts';

interface Props {
  sessions: readonly SessionRow[];
  onDelete: () => void;
}

/** Asks before sessions are gone for everybody. */
export function DeleteSessions({ sessions, onDelete }: Props) {
  return (
    <AlertDialog
      variant="destructive"
      title={`Delete ${whatInWords(sessions)}`}
      primaryActionLabel="Delete"
      cancelLabel="Cancel"
      autoFocusButton="cancel"
      onPrimaryAction={onDelete}
    >
      {`${sessions.length === 1 ? 'The session and its' : 'These sessions and their'} events are deleted at Adobe, for everybody in your organization: ${namesInWords(sessions)}. You can undo it for 8 seconds. Archives on this computer stay.`}
    </AlertDialog>
  );
}
