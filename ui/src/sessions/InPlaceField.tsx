import { TextField, type TextFieldRef } from '@react-spectrum/s2/TextField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

interface Props {
  label: string;
  value: string;
  onSave: (value: string) => void;
  onLeave: () => void;
}

/** A text that is changed where it stands: Enter or leaving saves, Esc gives the old text back. */
export function InPlaceField({ label, value, onSave, onLeave }: Props) {
  const [text, setText] = useState(value);
  const field = useRef<TextFieldRef>(null);
  const left = useRef(false);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function leave(save: boolean) {
    if (left.current) return;
    left.current = true;
    const wanted = text.trim();
    if (save && wanted !== '' && wanted !== value) onSave(wanted);
    onLeave();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    // In a table, the keyboard goes on from the row.
    const table = event.currentTarget.closest<HTMLElement>('[role="grid"]');
    leave(event.key === 'Enter');
    table?.focus();
  }

  return (
    <div onKeyDownCapture={onKeyDown} onDoubleClick={(event) => event.stopPropagation()}>
      <TextField
        ref={field}
        size="S"
        aria-label={label}
        value={text}
        onChange={setText}
        onBlur={() => leave(true)}
        styles={style({ width: 'full' })}
      />
    </div>
  );
}
