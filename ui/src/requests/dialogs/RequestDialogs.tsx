import { DialogContainer } from '@react-spectrum/s2/Dialog';
import type { RequestShelf } from '../../backend/index.ts';
import { RunDialog } from '../run/RunDialog.tsx';
import type { AskedDialog } from '../requests-context.ts';
import { AllowHost } from './AllowHost.tsx';
import { ClearHistory } from './ClearHistory.tsx';
import { CollectionVariables } from './CollectionVariables.tsx';
import { DeleteCollection, DeleteEnvironment } from './DeleteQuestion.tsx';
import { EnvironmentVariables } from './EnvironmentVariables.tsx';
import { HostsDialog } from './HostsDialog.tsx';
import { ImportedDialog } from './ImportedDialog.tsx';
import { KeepDialog } from './KeepDialog.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { RemoveItem } from './RemoveItem.tsx';
import { RenameDialog } from './RenameDialog.tsx';

interface Props {
  /** What is asked, and which question it is: one is never drawn with what was typed into the one before. */
  asked: { dialog: AskedDialog; number: number } | null;
  shelf: RequestShelf | undefined;
  onEnvironment: (environment: string | null) => void;
  onClose: () => void;
}

/** What is asked or shown over the place. */
export function RequestDialogs(props: Props) {
  return (
    <DialogContainer onDismiss={props.onClose}>
      {props.asked ? <Asked key={props.asked.number} {...props} asked={props.asked.dialog} /> : null}
    </DialogContainer>
  );
}

function Asked({ asked, shelf, onEnvironment, onClose }: Omit<Props, 'asked'> & { asked: AskedDialog }) {
  switch (asked.is) {
    case 'keep':
      return <KeepDialog draft={asked.draft} shelf={shelf} onClose={onClose} />;
    case 'rename':
      return <RenameDialog source={asked.source} name={asked.name} onClose={onClose} />;
    case 'remove':
      return <RemoveItem {...asked} />;
    case 'variables': {
      const collection = shelf?.collections.find((each) => each.collection === asked.collection);
      return collection ? <CollectionVariables collection={collection} onClose={onClose} /> : null;
    }
    case 'environment': {
      const environment = shelf?.environments.find(({ id }) => id === asked.environment) ?? null;
      return <EnvironmentVariables environment={environment} onChoose={onEnvironment} onClose={onClose} />;
    }
    case 'deleteEnvironment':
      return <DeleteEnvironment environment={asked.environment} />;
    case 'deleteCollection':
      return <DeleteCollection collection={asked.collection} />;
    case 'paste':
      return <PasteDialog onClose={onClose} />;
    case 'imported':
      return <ImportedDialog imported={asked.imported} shelf={shelf} onClose={onClose} />;
    case 'hosts':
      return <HostsDialog shelf={shelf} onClose={onClose} />;
    case 'allowHost':
      return <AllowHost host={asked.host} />;
    case 'clearHistory':
      return <ClearHistory count={shelf?.history.length ?? 0} />;
    case 'run':
      return <RunDialog begin={asked.begin} onClose={onClose} />;
  }
}
