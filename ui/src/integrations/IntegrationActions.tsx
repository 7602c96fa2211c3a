import { ActionMenu, MenuItem } from '@react-spectrum/s2/ActionMenu';
import { DialogContainer } from '@react-spectrum/s2/AlertDialog';
import { useState } from 'react';
import { go, pathOf } from '../app/route.ts';
import type { IntegrationRow } from '../backend/index.ts';
import { DeleteIntegration } from './DeleteIntegration.tsx';
import { useTokenActions } from './use-token-actions.ts';

interface Props {
  row: IntegrationRow;
  /** Leaves out what the present place is. */
  withoutOpen?: boolean;
}

/** What can be done with a saved integration. */
export function IntegrationActions({ row, withoutOpen }: Props) {
  const [deleting, setDeleting] = useState(false);
  const { renew, copy } = useTokenActions(row);
  const actions: Record<string, () => void> = {
    open: () => go(pathOf({ place: 'integration', integration: row.id })),
    sessions: () => go(pathOf({ place: 'sessions', integration: row.id })),
    renew,
    copy,
    delete: () => setDeleting(true),
  };
  return (
    <>
      <ActionMenu isQuiet aria-label={`Actions for ${row.name}`} onAction={(key) => actions[String(key)]?.()}>
        {withoutOpen ? null : <MenuItem id="open">Open</MenuItem>}
        <MenuItem id="sessions">Show sessions</MenuItem>
        <MenuItem id="renew">Renew access token</MenuItem>
        <MenuItem id="copy">Copy access token</MenuItem>
        <MenuItem id="delete">Delete…</MenuItem>
      </ActionMenu>
      <DialogContainer onDismiss={() => setDeleting(false)}>
        {deleting ? <DeleteIntegration row={row} /> : null}
      </DialogContainer>
    </>
  );
}
