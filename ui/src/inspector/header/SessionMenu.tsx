import { ActionMenu, MenuItem } from '@react-spectrum/s2/ActionMenu';
import { Keyboard, Text } from '@react-spectrum/s2';
import type { Key } from '@react-spectrum/s2/Picker';
import { closeView } from '../../app/open-views.ts';
import { asProblem, backend, type ViewStatus } from '../../backend/index.ts';
import { copyText, showProblem } from '../../problems/index.ts';

interface Props {
  status: ViewStatus;
  onRename: () => void;
  onShortcuts: () => void;
}

/** The rarer things that can be done with an open session. */
export function SessionMenu({ status, onRename, onShortcuts }: Props) {
  const { integration, session } = status;

  async function act(key: Key) {
    try {
      if (key === 'rename') onRename();
      else if (key === 'shortcuts') onShortcuts();
      else if (key === 'close') await closeView(status);
      else if (key === 'copy') {
        const { connectLink } = await backend.call('session_connect', { integration, session });
        await copyText(connectLink, 'Link copied.');
      }
    } catch (error) {
      showProblem(asProblem(error));
    }
  }

  return (
    <ActionMenu aria-label="More" onAction={(key) => void act(key)}>
      <MenuItem id="rename">
        <Text slot="label">Rename</Text>
        <Keyboard>F2</Keyboard>
      </MenuItem>
      <MenuItem id="copy">
        <Text slot="label">Copy link</Text>
      </MenuItem>
      <MenuItem id="shortcuts">
        <Text slot="label">Keyboard shortcuts</Text>
        <Keyboard>?</Keyboard>
      </MenuItem>
      <MenuItem id="close">
        <Text slot="label">Close session</Text>
        <Keyboard>Ctrl+W</Keyboard>
      </MenuItem>
    </ActionMenu>
  );
}
