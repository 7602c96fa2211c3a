import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import type { VaultState } from '../backend/index.ts';
import { ProblemView } from '../problems/index.ts';
import { NewVault } from './NewVault.tsx';
import { useVaultCommand } from './use-vault-command.ts';
import { VaultScreen } from './VaultScreen.tsx';

type Trouble = Extract<VaultState, 'keychainUnavailable' | 'keychainKeyMissing' | 'olderFile' | 'damaged' | 'tooNew'>;

const texts: Record<Trouble, { title: string; text: string }> = {
  keychainUnavailable: {
    title: 'The keychain does not answer',
    text: 'Your keys and secrets are sealed with a key that your system’s keychain keeps. The keychain is locked, was refused, or is not running. Unlock it or log in again, then try again.',
  },
  keychainKeyMissing: {
    title: 'The key is not in the keychain',
    text: 'Your keys and secrets are sealed with a key that your system’s keychain kept, and it is not there now. If you use more than one keychain, unlock the one that you used before, then try again. Nothing has been deleted.',
  },
  olderFile: {
    title: 'The vault file is an older one',
    text: 'An older copy of the vault file is in the place of the newer one, as after bringing back a backup. Keys and secrets that were saved since are not in it. Nothing has been changed. Use it if you brought it back yourself; else put the newer file in its place and try again.',
  },
  damaged: {
    title: 'The vault file is damaged',
    text: 'The file with your keys and secrets was cut off, or changed by something else than this program. It was left as it is. If you have a backup of vault.sealed, put it in its place and try again.',
  },
  tooNew: {
    title: 'The vault is from a newer version',
    text: 'A newer version of this program wrote the file with your keys and secrets. It was left as it is. Update this program, then try again.',
  },
};

/** Keys and secrets are there and cannot be read: why, and the ways on. */
export function VaultTrouble({ state }: { state: Trouble }) {
  const retry = useVaultCommand('vault_retry');
  const useOlder = useVaultCommand('vault_use_older');
  const error = useOlder.error ?? retry.error;
  return (
    <VaultScreen {...texts[state]}>
      <ButtonGroup>
        {state === 'olderFile' ? (
          <Button variant="accent" isPending={useOlder.isPending} onPress={() => useOlder.mutate(null)}>
            Use the older file
          </Button>
        ) : null}
        <Button
          variant={state === 'olderFile' ? 'secondary' : 'accent'}
          isPending={retry.isPending}
          onPress={() => retry.mutate(null)}
        >
          Try again
        </Button>
        {state === 'keychainUnavailable' || state === 'tooNew' ? null : <NewVault />}
      </ButtonGroup>
      {error ? <ProblemView problem={error} /> : null}
    </VaultScreen>
  );
}
