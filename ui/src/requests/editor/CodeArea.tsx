import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { codeField } from './field-style.ts';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  rows: number;
  /** What is to be known about what was typed. */
  note?: string | null;
  takesFocus?: boolean;
}

/** A large field for JSON and the like. */
export function CodeArea({ label, value, onChange, rows, note, takesFocus = false }: Props) {
  return (
    <TextField
      value={value}
      onChange={onChange}
      autoFocus={takesFocus}
      autoComplete="off"
      spellCheck="false"
      className={style({ display: 'flex', flexDirection: 'column', gap: 4 })}
    >
      <Label className={style({ font: 'ui-sm', color: 'neutral-subdued' })}>{label}</Label>
      <TextArea
        rows={rows}
        autoCorrect="off"
        autoCapitalize="off"
        className={({ isHovered, isFocused, isFocusVisible }) =>
          codeField({ isHovered, isFocused, isFocusVisible, isLarge: true })
        }
      />
      {note ? (
        <Text slot="description" className={style({ font: 'ui-sm', color: 'neutral-subdued' })}>
          {note}
        </Text>
      ) : null}
    </TextField>
  );
}
