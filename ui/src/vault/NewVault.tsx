import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { Button } from '@react-spectrum/s2/Button';
import { DialogTrigger } from '@react-spectrum/s2/Dialog';
import { showProblem } from '../problems/index.ts';
import { useVaultCommand } from './use-vault-command.ts';

/** The way on when nobody can open the vault any more. */
export function NewVault() {
  const { mutate, isPending } = useVaultCommand('vault_set_aside');
  return (
    <DialogTrigger>
      <Button variant="secondary" isPending={isPending}>
        Start a new vault…
      </Button>
      <AlertDialog
        variant="confirmation"
        title="Start a new vault"
        primaryActionLabel="Start a new vault"
        cancelLabel="Cancel"
        autoFocusButton="cancel"
        onPrimaryAction={() => mutate(null, { onError: showProblem })}
      >
        Keys, client secrets and other secrets have to be entered again. Integrations, sessions and archives stay. The
        old vault is kept beside the new one under another name, and can be brought back.
      </AlertDialog>
    </DialogTrigger>
  );
}
