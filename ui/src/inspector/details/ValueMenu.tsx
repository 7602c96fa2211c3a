import { Menu, MenuItem, MenuSection } from '@react-spectrum/s2/Menu';
import { isLink, valueActions, type ValueAction } from './use-value-actions.ts';

interface Props {
  label: string;
  /** The value as it is shown. */
  value: string;
  onAction: (action: ValueAction) => void;
}

/** What can be done with a value. */
export function ValueMenu({ label, value, onAction }: Props) {
  const offered = valueActions.filter(({ id }) => id !== 'openLink' || isLink(value));
  const items = (from: number, to: number) =>
    offered.slice(from, to).map((action) => (
      <MenuItem key={action.id} id={action.id}>
        {action.label}
      </MenuItem>
    ));
  return (
    <Menu aria-label={label} onAction={(key) => onAction(key as ValueAction)}>
      <MenuSection>{items(0, 4)}</MenuSection>
      <MenuSection>{items(4, offered.length)}</MenuSection>
    </Menu>
  );
}
