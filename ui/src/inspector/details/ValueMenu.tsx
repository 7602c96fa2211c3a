import { Menu, MenuItem, MenuSection } from '@react-spectrum/s2/Menu';
import { valueActions, type ValueAction } from './use-value-actions.ts';

/** What can be done with a value. */
export function ValueMenu({ label, onAction }: { label: string; onAction: (action: ValueAction) => void }) {
  const items = (from: number, to: number) =>
    valueActions.slice(from, to).map((action) => (
      <MenuItem key={action.id} id={action.id}>
        {action.label}
      </MenuItem>
    ));
  return (
    <Menu aria-label={label} onAction={(key) => onAction(key as ValueAction)}>
      <MenuSection>{items(0, 4)}</MenuSection>
      <MenuSection>{items(4, valueActions.length)}</MenuSection>
    </Menu>
  );
}
