import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useState } from 'react';
import { useDraftState, useFinding } from '../DraftContext.tsx';

/** The client secret goes to Rust once and never comes back: here is only whether it is kept. */
export function ClientSecret() {
  const { draft, edits, sender, leave } = useDraftState();
  const [replacing, setReplacing] = useState(false);
  const finding = useFinding('clientSecret');
  const text = edits.shown.clientSecret ?? '';
  const kept = draft.hasClientSecret && !replacing && text === '';

  if (kept) {
    return (
      <div className={style({ display: 'flex', alignItems: 'end', gap: 8 })}>
        <TextField
          label="Client secret"
          isReadOnly
          value="•••• kept"
          styles={style({ width: 'full', maxWidth: 480 })}
        />
        <ActionButton onPress={() => setReplacing(true)}>Replace</ActionButton>
      </div>
    );
  }
  return (
    <TextField
      type="password"
      label="Client secret"
      autoComplete="off"
      autoFocus={replacing}
      value={text}
      onChange={(clientSecret) => sender.type({ clientSecret })}
      onFocus={() => sender.enter('clientSecret')}
      onBlur={() => {
        sender.leave('clientSecret');
        leave('clientSecret');
        setReplacing(false);
      }}
      isInvalid={finding !== null}
      errorMessage={finding?.message}
      styles={style({ width: 'full', maxWidth: 480 })}
    />
  );
}
