import { Button } from '@react-spectrum/s2/Button';
import { Form } from '@react-spectrum/s2/Form';
import { TextField } from '@react-spectrum/s2/TextField';
import { useState } from 'react';
import { ProblemView } from '../problems/index.ts';
import { useVaultCommand } from './use-vault-command.ts';
import { VaultScreen } from './VaultScreen.tsx';

/** Opens a vault that is protected by a passphrase. */
export function EnterPassphrase() {
  const [passphrase, setPassphrase] = useState('');
  const { mutate, isPending, error } = useVaultCommand('vault_unlock');
  return (
    <VaultScreen title="Enter your passphrase" text="Your keys and secrets are sealed with it.">
      <Form
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase) mutate({ passphrase });
        }}
      >
        <TextField
          type="password"
          label="Passphrase"
          autoFocus
          autoComplete="current-password"
          value={passphrase}
          onChange={setPassphrase}
        />
        <Button type="submit" variant="accent" isPending={isPending} isDisabled={!passphrase}>
          Open
        </Button>
      </Form>
      {error ? <ProblemView problem={error} /> : null}
    </VaultScreen>
  );
}
