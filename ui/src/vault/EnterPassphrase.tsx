import { Button } from '@react-spectrum/s2/Button';
import { Form } from '@react-spectrum/s2/Form';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useState } from 'react';
import { ProblemView } from '../problems/index.ts';
import { NewVault } from './NewVault.tsx';
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
      <div className={style({ display: 'flex', flexDirection: 'column', alignItems: 'start', gap: 8 })}>
        <p className={style({ font: 'body-sm', margin: 0, color: 'neutral-subdued' })}>
          Nobody can recover a passphrase that is forgotten.
        </p>
        <NewVault />
      </div>
      {error ? <ProblemView problem={error} /> : null}
    </VaultScreen>
  );
}
