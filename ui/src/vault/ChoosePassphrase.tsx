import { Button } from '@react-spectrum/s2/Button';
import { Form } from '@react-spectrum/s2/Form';
import { TextField } from '@react-spectrum/s2/TextField';
import { useState } from 'react';
import { ProblemView } from '../problems/index.ts';
import { PassphraseAgain } from './PassphraseAgain.tsx';
import { useVaultCommand } from './use-vault-command.ts';
import { VaultScreen } from './VaultScreen.tsx';

/** On a machine without a keychain: the user picks the passphrase that everything secret is sealed with. */
export function ChoosePassphrase() {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const { mutate, isPending, error } = useVaultCommand('vault_create');

  return (
    <VaultScreen
      title="Choose a passphrase"
      text="This computer has no keychain that Assurance Desk can use. Your keys and secrets are sealed with a passphrase instead. It is asked for each time you open the program, and nobody can recover it."
    >
      <Form
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase && passphrase === again) mutate({ passphrase });
        }}
      >
        <TextField
          type="password"
          label="Passphrase"
          description="At least 8 characters"
          autoFocus
          autoComplete="new-password"
          value={passphrase}
          onChange={setPassphrase}
        />
        <PassphraseAgain passphrase={passphrase} value={again} onChange={setAgain} />
        <Button type="submit" variant="accent" isPending={isPending} isDisabled={!passphrase || passphrase !== again}>
          Create vault
        </Button>
      </Form>
      {error ? <ProblemView problem={error} /> : null}
    </VaultScreen>
  );
}
