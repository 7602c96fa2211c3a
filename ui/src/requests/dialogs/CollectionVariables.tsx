import { useCommand, type CollectionSummary } from '../../backend/index.ts';
import { takeShelf } from '../use-shelf.ts';
import { VariablesDialog } from './VariablesDialog.tsx';

/** Name and variables of a collection. */
export function CollectionVariables({ collection, onClose }: { collection: CollectionSummary; onClose: () => void }) {
  const change = useCommand('collection_change', {
    onDone: (shelf) => {
      takeShelf(shelf);
      onClose();
    },
  });
  return (
    <VariablesDialog
      title={`Name and variables of ${collection.name}`}
      set={{ id: collection.collection, name: collection.name, variables: collection.variables }}
      problem={change.error}
      isSaving={change.isPending}
      onSave={(set) => change.mutate(set)}
      onClose={onClose}
    />
  );
}
