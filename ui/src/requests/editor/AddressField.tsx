import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';
import { codeField } from './field-style.ts';

interface Props {
  value: string;
  onChange: (value: string) => void;
  /** The id of what tells where the request goes. */
  describedBy: string;
}

/** The whole address of a request, with its variables as text. */
export function AddressField({ value, onChange, describedBy }: Props) {
  return (
    <TextField
      aria-label="Address"
      aria-describedby={describedBy}
      value={value}
      // A pasted address may end in a line break.
      onChange={(text) => onChange(text.replace(/[\r\n]+/g, ''))}
      autoComplete="off"
      spellCheck="false"
      className={style({ flexGrow: 1, minWidth: 160 })}
    >
      <Input
        placeholder="https://platform.adobe.io/…"
        autoCorrect="off"
        autoCapitalize="off"
        className={({ isHovered, isFocused, isFocusVisible }) =>
          codeField({ isHovered, isFocused, isFocusVisible, isLarge: false })
        }
      />
    </TextField>
  );
}
