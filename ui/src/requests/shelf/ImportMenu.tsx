import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu';
import { Text } from '@react-spectrum/s2/Text';
import { useImport } from '../use-import.ts';
import { useRequests } from '../requests-context.ts';

/** Ways to bring collections and environments of Postman. */
export function ImportMenu() {
  const { ask } = useRequests();
  const { bring } = useImport();
  return (
    <MenuTrigger>
      <ActionButton size="S">
        <Text>Import</Text>
      </ActionButton>
      <Menu onAction={(key) => (key === 'paste' ? ask({ is: 'paste' }) : bring({ from: 'dialog' }))}>
        <MenuItem id="files">Choose files…</MenuItem>
        <MenuItem id="paste">Paste text…</MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
