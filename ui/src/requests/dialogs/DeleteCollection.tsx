import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import type { CollectionSummary } from '../../backend/index.ts';
import { forgetDrafts } from '../drafts/drafts.ts';
import { useShelfCommand } from '../use-shelf.ts';

/** Asks before a collection is gone. */
export function DeleteCollection({ collection: { collection, name, items } }: { collection: CollectionSummary }) {
  const remove = useShelfCommand('collection_delete', () =>
    forgetDrafts((source) => source.from === 'collection' && source.collection === collection),
  );
  const calls = items.filter(({ method }) => method !== null).length;
  return (
    <AlertDialog
      variant="destructive"
      title={`Delete ${name}`}
      primaryActionLabel="Delete"
      cancelLabel="Cancel"
      autoFocusButton="cancel"
      onPrimaryAction={() => remove({ collection })}
    >
      {`The collection with its ${calls === 1 ? 'one call' : `${calls.toLocaleString()} calls`} and its variables is deleted from this computer. This cannot be undone; it can be saved as a Postman collection before.`}
    </AlertDialog>
  );
}
