import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useState } from 'react';

interface Props {
  isKept: boolean;
  typed: string;
  onType: (password: string) => void;
}

/** The password goes to Rust once and never comes back: here is only whether it is kept. */
export function ProxyPassword({ isKept, typed, onType }: Props) {
  const [replacing, setReplacing] = useState(false);

  if (isKept && !replacing && typed === '') {
    return (
      <div className={style({ display: 'flex', alignItems: 'end', gap: 8 })}>
        <TextField label="Password" isReadOnly value="•••• kept" styles={style({ width: 'full' })} />
        <ActionButton onPress={() => setReplacing(true)} styles={style({ flexShrink: 0 })}>
          Replace
        </ActionButton>
      </div>
    );
  }
  return (
    <TextField
      type="password"
      label="Password"
      description="It is kept with the other secrets, and sent to this proxy alone."
      autoComplete="off"
      autoFocus={replacing}
      value={typed}
      onChange={onType}
      onBlur={() => setReplacing(false)}
      styles={style({ width: 'full' })}
    />
  );
}
