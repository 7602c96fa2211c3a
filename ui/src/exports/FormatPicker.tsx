import { Picker, PickerItem, Text } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ExportFormat } from '../backend/index.ts';
import type { formatsFor } from './formats.ts';

interface Props {
  formats: ReturnType<typeof formatsFor>;
  value: ExportFormat;
  onChange: (format: ExportFormat) => void;
}

/** What the integration is written as, with a sentence on each. */
export function FormatPicker({ formats, value, onChange }: Props) {
  return (
    <Picker
      label="Format"
      description={formats.find(({ id }) => id === value)?.text}
      items={formats}
      value={value}
      onChange={(key) => onChange(key as ExportFormat)}
      menuWidth={480}
      styles={style({ width: 'full', maxWidth: 480 })}
    >
      {({ id, name, text }) => (
        <PickerItem id={id} textValue={name}>
          <Text slot="label">{name}</Text>
          <Text slot="description">{text}</Text>
        </PickerItem>
      )}
    </Picker>
  );
}
