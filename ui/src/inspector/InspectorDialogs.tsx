import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { ExportEventsDialog } from '../archives/index.ts';
import type { ViewStatus } from '../backend/index.ts';
import { ConnectDialog } from '../sessions/index.ts';
import { Shortcuts } from './Shortcuts.tsx';

export type AskedDialog = 'connect' | 'export' | 'shortcuts' | null;

interface Props {
  status: ViewStatus;
  asked: AskedDialog;
  onClose: () => void;
}

/** What the inspector opens over itself. */
export function InspectorDialogs({ status, asked, onClose }: Props) {
  const { integration, session, name } = status;
  return (
    <DialogContainer onDismiss={onClose}>
      {asked === 'connect' && integration !== null ? (
        <ConnectDialog
          integration={integration}
          session={session}
          name={name}
          onClose={onClose}
          offerInspector={false}
        />
      ) : null}
      {asked === 'export' ? <ExportEventsDialog status={status} onClose={onClose} /> : null}
      {asked === 'shortcuts' ? <Shortcuts onClose={onClose} /> : null}
    </DialogContainer>
  );
}
