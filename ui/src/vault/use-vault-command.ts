import { queryClient, useCommand } from '../backend/index.ts';

type VaultCommand = 'vault_create' | 'vault_unlock' | 'vault_retry' | 'vault_use_older' | 'vault_set_aside';

/** Asks something of the vault; once it is open, everything that needed it is asked again. */
export function useVaultCommand<Name extends VaultCommand>(name: Name) {
  return useCommand(name, { onDone: () => void queryClient.invalidateQueries() });
}
