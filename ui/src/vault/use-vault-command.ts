import { queryClient, useCommand } from '../backend/index.ts';

/** Asks something of the vault; once it is open, everything that needed it is asked again. */
export function useVaultCommand<Name extends 'vault_create' | 'vault_unlock' | 'vault_retry'>(name: Name) {
  return useCommand(name, { onDone: () => void queryClient.invalidateQueries() });
}
