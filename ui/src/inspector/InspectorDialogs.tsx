import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { ExportEventsDialog, SearchArchivesDialog } from '../archives/index.ts';
import type { LinkInEventRequest } from '../backend/index.ts';
import { ConnectDialog } from '../sessions/index.ts';
import { OpenLink } from './details/OpenLink.tsx';
import { useInspector } from './inspector-context.ts';
import { ReportDialog } from './marks/index.ts';
import { Shortcuts } from './Shortcuts.tsx';

/** What the inspector can open over itself. */
export type AskedDialog =
  | { is: 'connect' }
  | { is: 'export' }
  | { is: 'shortcuts' }
  | { is: 'report' }
  | { is: 'link'; link: LinkInEventRequest }
  | { is: 'searchArchives'; text: string };

interface Props {
  asked: AskedDialog | null;
  onClose: () => void;
}

/** What the inspector opens over itself. */
export function InspectorDialogs({ asked, onClose }: Props) {
  return (
    <DialogContainer onDismiss={onClose}>{asked ? <Asked asked={asked} onClose={onClose} /> : null}</DialogContainer>
  );
}

function Asked({ asked, onClose }: { asked: AskedDialog; onClose: () => void }) {
  const { status } = useInspector();
  const { integration, session, name } = status;
  switch (asked.is) {
    case 'connect':
      return integration === null ? null : (
        <ConnectDialog
          integration={integration}
          session={session}
          name={name}
          onClose={onClose}
          offerInspector={false}
        />
      );
    case 'export':
      return <ExportEventsDialog status={status} onClose={onClose} />;
    case 'shortcuts':
      return <Shortcuts onClose={onClose} />;
    case 'report':
      return <ReportDialog status={status} onClose={onClose} />;
    case 'link':
      return <OpenLink link={asked.link} onClose={onClose} />;
    case 'searchArchives':
      return <SearchArchivesDialog text={asked.text} onClose={onClose} />;
  }
}
