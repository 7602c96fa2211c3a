import { ActionButton } from '@react-spectrum/s2/ActionButton';
import HelpCircle from '@react-spectrum/s2/icons/HelpCircle';
import { Menu, MenuItem, MenuTrigger, Text } from '@react-spectrum/s2/Menu';
import { openReport } from '../report/index.ts';
import { openAbout } from './asked.ts';

/** What one asks about the program itself. */
export function HelpMenu() {
  return (
    <MenuTrigger align="end">
      <ActionButton isQuiet size="S" aria-label="Help">
        <HelpCircle />
      </ActionButton>
      <Menu aria-label="Help">
        <MenuItem onAction={openReport}>
          <Text slot="label">Report a problem…</Text>
        </MenuItem>
        <MenuItem onAction={() => openAbout('privacy')}>
          <Text slot="label">Privacy</Text>
        </MenuItem>
        <MenuItem onAction={() => openAbout('licences')}>
          <Text slot="label">Licences</Text>
        </MenuItem>
        <MenuItem onAction={() => openAbout('about')}>
          <Text slot="label">About Assurance Desk</Text>
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
