import { focusRing, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';

interface Props {
  label: string;
  description: string;
  value: string;
  onChange: (value: string) => void;
}

const area = style<{ isHovered: boolean; isFocused: boolean; isFocusVisible: boolean }>({
  ...focusRing(),
  boxSizing: 'border-box',
  width: 'full',
  height: 144,
  padding: 12,
  borderRadius: 'default',
  borderStyle: 'solid',
  borderWidth: 2,
  borderColor: { default: 'gray-300', isHovered: 'gray-400', isFocused: 'gray-900' },
  backgroundColor: 'layer-2',
  font: 'code-xs',
  color: 'neutral',
  wordBreak: 'break-all',
  resize: 'none',
  overflowY: 'auto',
});

/** A large field of one size, whatever is pasted into it. */
export function PasteArea({ label, description, value, onChange }: Props) {
  return (
    <TextField
      value={value}
      onChange={onChange}
      autoComplete="off"
      spellCheck="false"
      className={style({ display: 'flex', flexDirection: 'column', gap: 4 })}
    >
      <Label className={style({ font: 'ui', color: 'neutral-subdued' })}>{label}</Label>
      <TextArea
        placeholder="Paste it here"
        autoCorrect="off"
        autoCapitalize="off"
        className={({ isHovered, isFocused, isFocusVisible }) => area({ isHovered, isFocused, isFocusVisible })}
      />
      <Text slot="description" className={style({ font: 'ui-sm', color: 'neutral-subdued' })}>
        {description}
      </Text>
    </TextField>
  );
}
