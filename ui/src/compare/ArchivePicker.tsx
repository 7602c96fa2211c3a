import { Picker, PickerItem, Text } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ArchiveRow } from '../backend/index.ts';

interface Props {
  label: string;
  archives: ArchiveRow[];
  chosen: string | null;
  onChoose: (archive: string) => void;
}

/** Chooses the session of one side. */
export function ArchivePicker({ label, archives, chosen, onChoose }: Props) {
  return (
    <Picker
      label={label}
      placeholder="Choose a session"
      items={archives.map(({ archive, name, events }) => ({ id: archive, name, events }))}
      value={archives.some(({ archive }) => archive === chosen) ? chosen : null}
      onChange={(key) => onChoose(String(key))}
      styles={style({ flexGrow: 1, minWidth: 160, maxWidth: 400 })}
    >
      {({ id, name, events }) => (
        <PickerItem id={id} textValue={name}>
          <Text slot="label">{name}</Text>
          <Text slot="description">{events === null ? '' : `${events.toLocaleString()} events`}</Text>
        </PickerItem>
      )}
    </Picker>
  );
}
