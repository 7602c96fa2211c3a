import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { DeleteArchive } from './DeleteArchive.tsx';
import { ExportEventsDialog } from './export/ExportEventsDialog.tsx';
import type { Asked } from './use-asked-archive.ts';

interface Props {
  asked: Asked;
  onClose: (isExported: boolean) => void;
}

/** What is asked about an archive before something is done with it. */
export function ArchiveDialogs({ asked, onClose }: Props) {
  return (
    <DialogContainer onDismiss={() => onClose(false)}>
      {asked?.kind === 'delete' ? <DeleteArchive archive={asked.archive} /> : null}
      {asked?.kind === 'export' ? <ExportEventsDialog status={asked.status} onClose={onClose} /> : null}
    </DialogContainer>
  );
}
