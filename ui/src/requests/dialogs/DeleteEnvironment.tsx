import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import type { VariableSet } from '../../backend/index.ts';
import { useShelfCommand } from '../use-shelf.ts';

/** Asks before an environment is gone. */
export function DeleteEnvironment({ environment: { id, name, variables } }: { environment: VariableSet }) {
  const remove = useShelfCommand('environment_delete');
  return (
    <AlertDialog
      variant="destructive"
      title={`Delete ${name}`}
      primaryActionLabel="Delete"
      cancelLabel="Cancel"
      autoFocusButton="cancel"
      onPrimaryAction={() => remove({ environment: id })}
    >
      {`The environment with its ${variables.length === 1 ? 'one variable' : `${variables.length.toLocaleString()} variables`} is deleted from this computer. This cannot be undone.`}
    </AlertDialog>
  );
}
