import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { forgetDrafts } from '../drafts/drafts.ts';
import { useShelfCommand } from '../use-shelf.ts';

interface Props {
  collection: string;
  item: string;
  name: string;
  isFolder: boolean;
}

/** Asks before a folder or a call is taken out of its collection. */
export function RemoveItem({ collection, item, name, isFolder }: Props) {
  const remove = useShelfCommand('request_remove', (shelf) => {
    const left = shelf.collections.find((each) => each.collection === collection)?.items ?? [];
    forgetDrafts(
      (source) =>
        source.from === 'collection' &&
        source.collection === collection &&
        !left.some((each) => each.item === source.item),
    );
  });
  return (
    <AlertDialog
      variant="destructive"
      title={`Remove ${name}`}
      primaryActionLabel="Remove"
      cancelLabel="Cancel"
      autoFocusButton="cancel"
      onPrimaryAction={() => remove({ collection, item })}
    >
      {isFolder
        ? 'The folder and all that is in it are removed from the collection. This cannot be undone.'
        : 'The call is removed from the collection. This cannot be undone.'}
    </AlertDialog>
  );
}
