import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import type { CollectionSummary, VariableSet } from '../../backend/index.ts';
import { forgetDrafts } from '../drafts/drafts.ts';
import { useShelfCommand } from '../use-shelf.ts';

/** Asks before a collection is gone. */
export function DeleteCollection({ collection: { collection, name, items } }: { collection: CollectionSummary }) {
  const remove = useShelfCommand('collection_delete', () =>
    forgetDrafts((source) => source.from === 'collection' && source.collection === collection),
  );
  const calls = counted(items.filter(({ method }) => method !== null).length, 'call');
  return (
    <DeleteQuestion name={name} onDelete={() => remove({ collection })}>
      {`The collection with its ${calls} and its variables is deleted from this computer. This cannot be undone; it can be saved as a Postman collection before.`}
    </DeleteQuestion>
  );
}

/** Asks before an environment is gone. */
export function DeleteEnvironment({ environment: { id, name, variables } }: { environment: VariableSet }) {
  const remove = useShelfCommand('environment_delete');
  return (
    <DeleteQuestion name={name} onDelete={() => remove({ environment: id })}>
      {`The environment with its ${counted(variables.length, 'variable')} is deleted from this computer. This cannot be undone.`}
    </DeleteQuestion>
  );
}

function DeleteQuestion({ name, children, onDelete }: { name: string; children: string; onDelete: () => void }) {
  return (
    <AlertDialog
      variant="destructive"
      title={`Delete ${name}`}
      primaryActionLabel="Delete"
      cancelLabel="Cancel"
      autoFocusButton="cancel"
      onPrimaryAction={onDelete}
    >
      {children}
    </AlertDialog>
  );
}

function counted(count: number, thing: string): string {
  return count === 1 ? `one ${thing}` : `${count.toLocaleString()} ${thing}s`;
}
