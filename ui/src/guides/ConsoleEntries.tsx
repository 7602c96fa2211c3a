import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { EntriesTable } from './EntriesTable.tsx';
import { listNames } from './guide-words.ts';
import { useGuideState } from './GuideContext.tsx';
import { isNext } from './progress.ts';

/** What the console lists, folded; the step that is about it shows it open. */
export function ConsoleEntries() {
  const { guide } = useGuideState();
  const { listed } = guide;
  if (!listed || listed.length === 0) return null;
  if (guide.steps.some((step) => isNext(step) && step.actions.includes('retireOld'))) return null;
  return (
    <Disclosure isQuiet size="S">
      <DisclosureTitle>
        {listNames[guide.guide]}: {listed.length}
      </DisclosureTitle>
      <DisclosurePanel>
        <EntriesTable label={listNames[guide.guide]} entries={listed} />
      </DisclosurePanel>
    </Disclosure>
  );
}
