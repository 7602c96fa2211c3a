import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useState } from 'react';

interface Props {
  passphrase: string;
  value: string;
  onChange: (again: string) => void;
}

/** A new passphrase typed a second time. It is told to differ once the field has been left, not while it is typed. */
export function PassphraseAgain({ passphrase, value, onChange }: Props) {
  const [wasLeft, setLeft] = useState(false);
  return (
    <TextField
      type="password"
      label="Passphrase again"
      autoComplete="new-password"
      value={value}
      onChange={onChange}
      // Emptied, as when its dialog opens once more, it begins anew.
      onFocus={() => value === '' && setLeft(false)}
      onBlur={() => setLeft(true)}
      isInvalid={wasLeft && value !== '' && value !== passphrase}
      errorMessage="The two passphrases are different."
      styles={style({ width: 'full' })}
    />
  );
}
