import { DialogContainer } from '@react-spectrum/s2/AlertDialog';
import { useState } from 'react';
import type { ConsoleEntry } from '../backend/index.ts';
import { ConfirmRetire } from './ConfirmRetire.tsx';
import { EntriesTable } from './EntriesTable.tsx';
import { listNames } from './guide-words.ts';
import { useGuideState } from './GuideContext.tsx';

/** Chooses which client secret or certificate goes. */
export function RetireOld() {
  const { guide } = useGuideState();
  const [chosen, setChosen] = useState<ConsoleEntry | null>(null);
  if (!guide.listed || guide.listed.length === 0) return null;
  return (
    <>
      <EntriesTable label={listNames[guide.guide]} entries={guide.listed} onRetire={setChosen} />
      <DialogContainer onDismiss={() => setChosen(null)}>
        {chosen ? <ConfirmRetire entry={chosen} /> : null}
      </DialogContainer>
    </>
  );
}
