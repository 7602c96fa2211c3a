import { Button } from '@react-spectrum/s2/Button';
import type { ReactNode } from 'react';
import { whenShown } from '../app/when-shown.tsx';
import { useAnswer } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { Page } from '../frame/Page.tsx';
import { ProblemView } from '../problems/index.ts';

// Most starts find the vault open.
const ChoosePassphrase = whenShown(async () => (await import('./ChoosePassphrase.tsx')).ChoosePassphrase);
const EnterPassphrase = whenShown(async () => (await import('./EnterPassphrase.tsx')).EnterPassphrase);
const VaultTrouble = whenShown(async () => (await import('./VaultTrouble.tsx')).VaultTrouble);

/** Shows the place once secrets can be read, and until then how to get there. */
export function VaultGate({ children }: { children: ReactNode }) {
  const { data: info, error, refetch } = useAnswer('app_info', null);
  if (error) {
    return (
      <Page>
        <ProblemView
          problem={error}
          actions={
            <Button variant="secondary" onPress={() => void refetch()}>
              Try again
            </Button>
          }
        />
      </Page>
    );
  }
  if (!info) return <Loading />;
  switch (info.vault) {
    case 'openWithKeychain':
    case 'openWithPassphrase':
      return children;
    case 'needsPassphrase':
      return <ChoosePassphrase />;
    case 'locked':
      return <EnterPassphrase />;
    case 'keychainUnavailable':
    case 'keychainKeyMissing':
    case 'olderFile':
    case 'damaged':
    case 'tooNew':
      return <VaultTrouble state={info.vault} />;
  }
}
