import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { goInstead, pathOf } from '../app/route.ts';
import { useIntegrationInUse } from '../app/IntegrationInUse.tsx';
import { asProblem, backend, type Draft } from '../backend/index.ts';
import { landOn, openImport } from '../imports/index.ts';
import { showProblem } from '../problems/index.ts';
import { useDraftState } from './DraftContext.tsx';
import { HealthCell } from './HealthCell.tsx';
import { PracticeFill } from './PracticeFill.tsx';
import { filledFields } from './step-list.ts';

interface Props {
  onReplaced: (draft: Draft) => void;
}

/** What concerns the integration as a whole: its health, or the quick way to fill in a new one. */
export function DraftHeader({ onReplaced }: Props) {
  const { draft, sender } = useDraftState();
  const saved = useIntegrationInUse().all?.find((row) => row.id === draft.integration);

  // What is opened meanwhile would be replaced by the empty draft that follows.
  const [isDiscarding, setDiscarding] = useState(false);

  async function discard(): Promise<void> {
    sender.forget();
    await backend.call('draft_discard', { draft: draft.id });
    if (draft.integration !== null) {
      return goInstead(pathOf({ place: 'integration', integration: draft.integration }));
    }
    const empty = await backend.call('draft_open', { integration: null, practice: null });
    landOn(empty.id);
    onReplaced(empty);
  }

  const isFilled = filledFields(draft).length > 0;
  return (
    <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12, minHeight: 32 })}>
      <div className={style({ flexGrow: 1, maxWidth: 'full' })}>
        {saved ? (
          <HealthCell health={saved.health} />
        ) : (
          <PracticeFill isDisabled={isDiscarding} onReplaced={onReplaced} />
        )}
      </div>
      <div className={style({ display: 'flex', gap: 12, flexShrink: 0 })}>
        <ActionButton isQuiet onPress={openImport}>
          Import…
        </ActionButton>
        {isFilled ? (
          <ActionButton
            isQuiet
            isPending={isDiscarding}
            onPress={() => {
              setDiscarding(true);
              void discard()
                .catch((error: unknown) => showProblem(asProblem(error)))
                .finally(() => setDiscarding(false));
            }}
          >
            {saved ? 'Discard changes' : 'Discard draft'}
          </ActionButton>
        ) : null}
      </div>
    </div>
  );
}
