import { Picker, PickerItem } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { VariableSet } from '../../backend/index.ts';
import { useRequests } from '../requests-context.ts';

interface Props {
  environments: readonly VariableSet[];
  onChoose: (environment: string | null) => void;
}

const none = 'none';
const edit = 'edit';
const add = 'add';

/** The environment whose variables count, and the way to edit them. */
export function EnvironmentPicker({ environments, onChoose }: Props) {
  const { under, ask } = useRequests();
  function choose(key: string) {
    if (key === edit) ask({ is: 'environment', environment: under.environment });
    else if (key === add) ask({ is: 'environment', environment: null });
    else onChoose(key === none ? null : key);
  }
  const items = [
    { id: none, name: 'No environment' },
    ...environments.map(({ id, name }) => ({ id, name })),
    ...(under.environment === null ? [] : [{ id: edit, name: 'Edit variables…' }]),
    { id: add, name: 'New environment…' },
  ];
  return (
    <Picker
      aria-label="Environment"
      items={items}
      selectedKey={under.environment ?? none}
      onSelectionChange={(key) => choose(String(key))}
      styles={style({ width: 192, minWidth: 120 })}
    >
      {(item) => <PickerItem id={item.id}>{item.name}</PickerItem>}
    </Picker>
  );
}
