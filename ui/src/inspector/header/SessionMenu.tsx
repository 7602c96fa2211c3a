import { Keyboard, Text } from '@react-spectrum/s2/Menu';
import { ActionMenu, MenuItem } from '@react-spectrum/s2/ActionMenu';
import type { Key } from '@react-spectrum/s2/Picker';
import { useMemo } from 'react';
import { closeView } from '../../app/open-views.ts';
import { useOfferActions } from '../../app/place-actions.ts';
import { go, pathOf } from '../../app/route.ts';
import { asProblem, backend, type ViewStatus } from '../../backend/index.ts';
import { copyText, showProblem } from '../../problems/index.ts';
import { clearSession, restoreSession, showHidden } from '../marks/index.ts';

interface Props {
  status: ViewStatus;
  /** Whether the session is followed at Adobe, or only its archive is looked at. */
  isArchive: boolean;
  onRename: () => void;
  onShortcuts: () => void;
  onReport: () => void;
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
const compare: Item = { id: 'compare', label: 'Compare with another session…' };
const report: Item = { id: 'report', label: 'Report of the marked events…' };
const shortcuts: Item = { id: 'shortcuts', label: 'Keyboard shortcuts', keys: '?' };

/** The rarer things that can be done with an open session or archive. */
export function SessionMenu({ status, isArchive, onRename, onShortcuts, onReport }: Props) {
  const { integration, session, view, archive, clearedAt, showsHidden } = status;
  const close: Item = { id: 'close', label: isArchive ? 'Close archive' : 'Close session', keys: 'Ctrl+W' };

  const marked: Item[] = [
    { id: 'clear', label: 'Clear session' },
    ...(clearedAt === null ? [] : [{ id: 'restore', label: 'Restore session' }]),
    { id: 'hidden', label: showsHidden ? 'Leave out hidden events' : 'Show hidden events' },
  ];

  useOfferActions(
    useMemo(
      () => [
        { id: 'report', label: 'Report of the marked events', run: onReport },
        { id: 'clear', label: 'Clear session', run: () => void clearSession(view) },
        { id: 'restore', label: 'Restore session', run: () => void restoreSession(view) },
        { id: 'hidden', label: 'Show hidden events', run: () => void showHidden(view, true) },
      ],
      [view, onReport],
    ),
  );

  async function act(key: Key) {
    try {
      if (key === 'rename') onRename();
      else if (key === 'shortcuts') onShortcuts();
      else if (key === 'report') onReport();
      else if (key === 'compare') go(pathOf({ place: 'compare', left: archive, right: null }));
      else if (key === 'clear') await clearSession(view);
      else if (key === 'restore') await restoreSession(view);
      else if (key === 'hidden') await showHidden(view, !showsHidden);
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
      items={[...(isArchive ? [] : ofSession), ...marked, compare, report, shortcuts, close]}
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
