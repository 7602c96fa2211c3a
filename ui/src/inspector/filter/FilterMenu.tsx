import { ActionButton } from '@react-spectrum/s2/ActionButton';
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown';
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu';
import { Text } from '@react-spectrum/s2/Text';
import type { Facet } from '../../backend/index.ts';

interface Props {
  label: string;
  choices: Facet[];
  chosen: string[];
  onChoose: (values: string[]) => void;
}

/** One part of the filter as a menu; any number of values. Keys are prefixed, since a value may be the empty string. */
export function FilterMenu({ label, choices, chosen, onChoose }: Props) {
  const first = choices.find((facet) => facet.value === chosen[0])?.label;
  const more = chosen.length > 1 ? ` +${chosen.length - 1}` : '';
  return (
    <MenuTrigger>
      <ActionButton isDisabled={choices.length === 0}>
        <Text>{first === undefined ? label : `${label}: ${shortened(first)}${more}`}</Text>
        <ChevronDown />
      </ActionButton>
      <Menu
        aria-label={label}
        selectionMode="multiple"
        selectedKeys={chosen.map((value) => `=${value}`)}
        onSelectionChange={(keys) =>
          onChoose(keys === 'all' ? choices.map((facet) => facet.value) : [...keys].map((key) => String(key).slice(1)))
        }
      >
        {choices.map((facet) => (
          <MenuItem key={facet.value} id={`=${facet.value}`} textValue={facet.label}>
            <Text slot="label">{facet.label}</Text>
            <Text slot="description">{facet.count.toLocaleString()}</Text>
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

function shortened(label: string): string {
  return label.length > 20 ? `${label.slice(0, 19)}…` : label;
}
