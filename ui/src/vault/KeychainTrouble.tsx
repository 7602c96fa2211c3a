import { Button } from '@react-spectrum/s2/Button';
import { ProblemView } from '../problems/index.ts';
import { useVaultCommand } from './use-vault-command.ts';
import { VaultScreen } from './VaultScreen.tsx';

const texts = {
  keychainUnavailable: {
    title: 'The keychain does not answer',
    text: 'Your keys and secrets are sealed with a key that your system’s keychain keeps. The keychain is locked, was refused, or is not running. Unlock it or log in again, then try again.',
  },
  keychainKeyMissing: {
    title: 'The key is not in the keychain',
    text: 'Your keys and secrets are sealed with a key that your system’s keychain kept, and it is not there now. If you use more than one keychain, unlock the one that you used before, then try again. Nothing has been deleted.',
  },
};

/** The system keychain holds the vault's key and does not give it. */
export function KeychainTrouble({ state }: { state: keyof typeof texts }) {
  const { mutate, isPending, error } = useVaultCommand('vault_retry');
  return (
    <VaultScreen {...texts[state]}>
      <Button variant="accent" isPending={isPending} onPress={() => mutate(null)}>
        Try again
      </Button>
      {error ? <ProblemView problem={error} /> : null}
    </VaultScreen>
  );
}
