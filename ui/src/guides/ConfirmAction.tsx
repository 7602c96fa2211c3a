import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import type { GuideActionName, GuideKind } from '../backend/index.ts';
import { guideWord } from './guide-words.ts';
import { useGuideState } from './GuideContext.tsx';

type AskedAction = 'finishMigration' | 'finish' | 'cancel';

/** Whether an action asks before it is done. */
export function asksFirst(action: GuideActionName): action is AskedAction {
  return action === 'finishMigration' || action === 'finish' || action === 'cancel';
}

const forgotten: Record<GuideKind, string> = {
  clientSecret: 'The old client secret is deleted from this computer.',
  certificate: 'The old private key and certificate are deleted from this computer.',
  migration: 'The private key, certificate and metascopes of the service account are deleted from this computer.',
};

/** Asks before something that cannot be undone, by name. */
export function ConfirmAction({ action }: { action: AskedAction }) {
  const { guide, row, act } = useGuideState();
  const word = guideWord[guide.guide];
  const shared = { onPrimaryAction: () => void act({ do: action }) };
  switch (action) {
    case 'finishMigration':
      return (
        <AlertDialog
          {...shared}
          variant="destructive"
          title={`End the service account of ${row.name}?`}
          primaryActionLabel="End the service account"
          cancelLabel="Not yet"
          autoFocusButton="cancel"
        >
          Adobe accepts no JWT for {row.name} from then on, whoever signs it. This cannot be undone.
        </AlertDialog>
      );
    case 'finish':
      return (
        <AlertDialog
          {...shared}
          variant="confirmation"
          title={`Finish the ${word} for ${row.name}?`}
          primaryActionLabel="Finish"
          cancelLabel="Not yet"
        >
          {forgotten[guide.guide]} This cannot be undone.
        </AlertDialog>
      );
    case 'cancel':
      return (
        <AlertDialog
          {...shared}
          variant="warning"
          title={`Cancel the ${word} of ${row.name}?`}
          primaryActionLabel={`Cancel the ${word}`}
          cancelLabel="Go on with it"
          autoFocusButton="cancel"
        >
          {row.name} stays as it was before. What was added at Adobe is taken away again, as far as Adobe allows.
        </AlertDialog>
      );
  }
}
