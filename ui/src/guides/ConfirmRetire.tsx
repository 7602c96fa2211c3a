import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import type { ConsoleEntry } from '../backend/index.ts';
import { ago } from '../words/time.ts';
import { useNow } from '../words/use-now.ts';
import { entryName } from './entry-in-words.ts';
import { useGuideState } from './GuideContext.tsx';

/** Asks before a client secret or a certificate is gone at Adobe, by what it is. */
export function ConfirmRetire({ entry }: { entry: ConsoleEntry }) {
  const { guide, act } = useGuideState();
  const now = useNow();
  const verb = guide.guide === 'certificate' ? 'Retire' : 'Delete';
  return (
    <AlertDialog
      variant="destructive"
      title={`${verb} ${entryName(guide.guide, entry)}?`}
      primaryActionLabel={verb}
      cancelLabel="Keep it"
      autoFocusButton="cancel"
      onPrimaryAction={() => void act({ do: 'retireOld', id: entry.id })}
    >
      {entry.lastUsedAt === null ? '' : `It was last used ${ago(entry.lastUsedAt, now)}. `}
      Whatever still uses it stops working. Adobe cannot restore it.
    </AlertDialog>
  );
}
