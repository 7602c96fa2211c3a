import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { queryClient, useCommand, type ArchiveRow } from '../backend/index.ts';
import { showDone, showProblem } from '../problems/index.ts';
import { deletionInWords } from './archive-words.ts';

/** Asks before an archive is gone from this computer. */
export function DeleteArchive({ archive }: { archive: ArchiveRow }) {
  const { mutate } = useCommand('archive_delete', {
    onDone: () => {
      showDone(`Deleted ${archive.name}.`);
      for (const queryKey of [['archives_list'], ['view_list']]) void queryClient.invalidateQueries({ queryKey });
    },
  });
  return (
    <AlertDialog
      variant="destructive"
      title={`Delete ${archive.name}`}
      primaryActionLabel="Delete"
      cancelLabel="Cancel"
      autoFocusButton="cancel"
      onPrimaryAction={() => mutate({ archive: archive.archive }, { onError: showProblem })}
    >
      {deletionInWords(archive).join(' ')}
    </AlertDialog>
  );
}
