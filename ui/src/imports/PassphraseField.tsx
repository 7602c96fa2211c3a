import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Form } from '@react-spectrum/s2/Form';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useState } from 'react';
import { importFlow } from './index.ts';

interface Props {
  /** Name of the file that is locked. */
  file: string;
  index: number;
  /** Whether the last passphrase did not open it. */
  isWrong: boolean;
  takesFocus: boolean;
}

/** Asks for the passphrase of one file. What was typed stays when it was not the right one. */
export function PassphraseField({ file, index, isWrong, takesFocus }: Props) {
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState<string | null>(null);
  const [isOpening, setOpening] = useState(false);
  const refused = isWrong && tried === passphrase;

  async function open(): Promise<void> {
    setOpening(true);
    await importFlow.unlock(index, passphrase);
    setTried(passphrase);
    setOpening(false);
  }

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isOpening) void open();
      }}
    >
      <div className={style({ display: 'flex', alignItems: 'start', gap: 8 })}>
        <TextField
          type="password"
          label={`Passphrase of ${file}`}
          autoComplete="off"
          autoFocus={takesFocus}
          value={passphrase}
          onChange={setPassphrase}
          isInvalid={refused}
          errorMessage="This passphrase does not open it."
          styles={style({ width: 320 })}
        />
        <ActionButton type="submit" isPending={isOpening} styles={style({ marginTop: 24 })}>
          Open
        </ActionButton>
      </div>
    </Form>
  );
}
