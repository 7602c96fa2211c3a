import { ActionMenu, MenuItem, MenuSection } from '@react-spectrum/s2/ActionMenu';
import { DialogContainer } from '@react-spectrum/s2/AlertDialog';
import { useState } from 'react';
import { go, pathOf } from '../app/route.ts';
import type { IntegrationRow } from '../backend/index.ts';
import { ExportDialog, KeyExportDialog, useSaveCertificate } from '../exports/index.ts';
import { beginLabels, goToGuide, guideNames } from '../guides/index.ts';
import { DeleteIntegration } from './DeleteIntegration.tsx';
import { useTokenActions } from './use-token-actions.ts';

interface Props {
  row: IntegrationRow;
  /** Leaves out what the present place is. */
  withoutOpen?: boolean;
}

/** What can be done with a saved integration. */
export function IntegrationActions({ row, withoutOpen }: Props) {
  const [asked, setAsked] = useState<'export' | 'exportKey' | 'delete' | null>(null);
  const { renew, copy } = useTokenActions(row);
  const saveCertificate = useSaveCertificate(row.id);
  const close = () => setAsked(null);
  const actions: Record<string, () => void> = {
    open: () => go(pathOf({ place: 'integration', integration: row.id })),
    edit: () => go(pathOf({ place: 'editIntegration', integration: row.id })),
    doctor: () => go(pathOf({ place: 'doctor', integration: row.id })),
    sessions: () => go(pathOf({ place: 'sessions', integration: row.id })),
    renew,
    copy,
    inspect: () => go(pathOf({ place: 'tokens', integration: row.id })),
    export: () => setAsked('export'),
    exportKey: () => setAsked('exportKey'),
    saveCertificate,
    clientSecret: () => goToGuide(row.id, 'clientSecret'),
    certificate: () => goToGuide(row.id, 'certificate'),
    migration: () => goToGuide(row.id, 'migration'),
    delete: () => setAsked('delete'),
  };
  return (
    <>
      <ActionMenu isQuiet aria-label={`Actions for ${row.name}`} onAction={(key) => actions[String(key)]?.()}>
        <MenuSection aria-label="Integration">
          {withoutOpen ? null : <MenuItem id="open">Open</MenuItem>}
          <MenuItem id="edit">Edit</MenuItem>
          <MenuItem id="doctor">Connection doctor</MenuItem>
          <MenuItem id="sessions">Show sessions</MenuItem>
        </MenuSection>
        <MenuSection aria-label="Access token">
          <MenuItem id="renew">Renew access token</MenuItem>
          <MenuItem id="copy">Copy access token</MenuItem>
          <MenuItem id="inspect">Inspect token</MenuItem>
        </MenuSection>
        {row.guides.length > 0 ? (
          <MenuSection aria-label="Changes">
            {row.guides.map(({ guide, begun }) => (
              <MenuItem key={guide} id={guide}>
                {begun ? `Continue: ${guideNames[guide]}` : `${beginLabels[guide]}…`}
              </MenuItem>
            ))}
          </MenuSection>
        ) : null}
        <MenuSection aria-label="Files">
          <MenuItem id="export">Export…</MenuItem>
          {row.certificate ? <MenuItem id="exportKey">Export private key…</MenuItem> : null}
          {row.certificate ? <MenuItem id="saveCertificate">Save certificate…</MenuItem> : null}
        </MenuSection>
        <MenuSection aria-label="Deleting">
          <MenuItem id="delete">Delete…</MenuItem>
        </MenuSection>
      </ActionMenu>
      <DialogContainer onDismiss={close}>
        {asked === 'export' ? <ExportDialog integration={row} onClose={close} /> : null}
        {asked === 'exportKey' ? <KeyExportDialog integration={row} onClose={close} /> : null}
        {asked === 'delete' ? <DeleteIntegration row={row} /> : null}
      </DialogContainer>
    </>
  );
}
