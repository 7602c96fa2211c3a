import Close from '@react-spectrum/s2/icons/Close';
import More from '@react-spectrum/s2/icons/More';
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu';
import { focusRing, iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { Button } from 'react-aria-components/Button';
import type { Chip } from './chips.ts';

interface Props {
  chip: Chip;
  onEdit: () => void;
  onNegate: () => void;
  onSearchArchives: () => void;
  onRemove: () => void;
}

interface State {
  isHovered: boolean;
  isFocusVisible: boolean;
}

const place = style({
  display: 'flex',
  alignItems: 'center',
  maxWidth: 480,
  minWidth: 0,
  height: 24,
  boxSizing: 'border-box',
  paddingX: 4,
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: 'gray-300',
  borderRadius: 'default',
  backgroundColor: 'gray-75',
  listStyleType: 'none',
});
const name = style({
  paddingX: 4,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  font: 'ui-sm',
  color: 'neutral',
});
const query = style<State>({
  ...focusRing(),
  paddingX: 4,
  minWidth: 0,
  height: 20,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  font: 'code-xs',
  color: 'neutral',
  borderStyle: 'none',
  borderRadius: 'sm',
  backgroundColor: { default: 'transparent', isHovered: 'gray-200' },
  cursor: 'default',
});
const small = style<State>({
  ...focusRing(),
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  flexShrink: 0,
  width: 24,
  height: 20,
  padding: 0,
  borderStyle: 'none',
  borderRadius: 'sm',
  backgroundColor: { default: 'transparent', isHovered: 'gray-200' },
  cursor: 'default',
});
const icon = iconStyle({ size: 'XS', color: 'neutral' });

/** One piece of the filter. A query goes back into the box at a click, and has a menu. */
export function FilterChip({ chip, onEdit, onNegate, onSearchArchives, onRemove }: Props) {
  const { label } = chip;
  const act = { edit: onEdit, negate: onNegate, archives: onSearchArchives, remove: onRemove };
  return (
    <li className={place}>
      {chip.query === null ? (
        <span className={name} title={label}>
          {label}
        </span>
      ) : (
        <>
          <Button aria-label={`Edit ${label}`} onPress={onEdit} className={(state) => query(state)}>
            {label}
          </Button>
          <MenuTrigger>
            <Button aria-label={`More about ${label}`} className={(state) => small(state)}>
              <More styles={icon} />
            </Button>
            <Menu aria-label={label} onAction={(key) => act[key as keyof typeof act]()}>
              <MenuItem id="edit" textValue="Edit">
                <Text slot="label">Edit in the search box</Text>
              </MenuItem>
              <MenuItem id="negate" textValue="Negate">
                <Text slot="label">Negate</Text>
                <Text slot="description">Show what it leaves out, and the other way round</Text>
              </MenuItem>
              <MenuItem id="archives" textValue="Find in all archives">
                <Text slot="label">Find in all archives…</Text>
              </MenuItem>
              <MenuItem id="remove" textValue="Remove">
                <Text slot="label">Remove</Text>
              </MenuItem>
            </Menu>
          </MenuTrigger>
        </>
      )}
      <Button data-remove aria-label={`Remove ${label}`} onPress={onRemove} className={(state) => small(state)}>
        <Close styles={icon} />
      </Button>
    </li>
  );
}
