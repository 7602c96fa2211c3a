import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { forgetAnswers, forgetDrafts } from '../drafts/drafts.ts';
import { useShelfCommand } from '../use-shelf.ts';

/** Asks before what was sent is forgotten. */
export function ClearHistory({ count }: { count: number }) {
  const clear = useShelfCommand('history_clear', () => {
    forgetAnswers();
    forgetDrafts((source) => source.from === 'history');
  });
  return (
    <AlertDialog
      variant="destructive"
      title="Clear the history"
      primaryActionLabel="Clear"
      cancelLabel="Cancel"
      autoFocusButton="cancel"
      onPrimaryAction={() => clear(null)}
    >
      {`${count === 1 ? 'One request' : `${count.toLocaleString()} requests`} and the answers to them are forgotten. Collections stay.`}
    </AlertDialog>
  );
}
