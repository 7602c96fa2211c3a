import { Keyboard, Text } from '@react-spectrum/s2';
import { ActionMenu, MenuItem } from '@react-spectrum/s2/ActionMenu';
import type { Key } from '@react-spectrum/s2/Picker';
import { closeView } from '../../app/open-views.ts';
import { asProblem, backend, type ViewStatus } from '../../backend/index.ts';
import { copyText, showProblem } from '../../problems/index.ts';

interface Props {
  status: ViewStatus;
  /** Whether the session is followed at Adobe, or only its archive is looked at. */
  isArchive: boolean;
  onRename: () => void;
  onShortcuts: () => void;
}

interface Item {
  id: string;
  label: string;
  keys?: string;
}

const ofSession: Item[] = [
  { id: 'rename', label: 'Rename', keys: 'F2' },
  { id: 'copy', label: 'Copy link' },
];
const ofAll: Item[] = [{ id: 'shortcuts', label: 'Keyboard shortcuts', keys: '?' }];

/** The rarer things that can be done with an open session or archive. */
export function SessionMenu({ status, isArchive, onRename, onShortcuts }: Props) {
  const { integration, session } = status;
  const close: Item = { id: 'close', label: isArchive ? 'Close archive' : 'Close session', keys: 'Ctrl+W' };

  async function act(key: Key) {
    try {
      if (key === 'rename') onRename();
      else if (key === 'shortcuts') onShortcuts();
      else if (key === 'close') await closeView(status);
      else if (key === 'copy' && integration !== null) {
        const { connectLink } = await backend.call('session_connect', { integration, session });
        await copyText(connectLink, 'Link copied.');
      }
    } catch (error) {
      showProblem(asProblem(error));
    }
  }

  return (
    <ActionMenu
      aria-label="More"
      items={[...(isArchive ? [] : ofSession), ...ofAll, close]}
      onAction={(key) => void act(key)}
    >
      {({ id, label, keys }) => (
        <MenuItem id={id} textValue={label}>
          <Text slot="label">{label}</Text>
          {keys ? <Keyboard>{keys}</Keyboard> : null}
        </MenuItem>
      )}
    </ActionMenu>
  );
}
