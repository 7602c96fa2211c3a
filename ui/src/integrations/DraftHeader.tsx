import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { goInstead, pathOf } from '../app/route.ts';
import { useIntegrationInUse } from '../app/IntegrationInUse.tsx';
import { asProblem, backend, type Draft } from '../backend/index.ts';
import { openImport } from '../imports/index.ts';
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

  async function discard(): Promise<void> {
    sender.forget();
    await backend.call('draft_discard', { draft: draft.id });
    if (draft.integration !== null) {
      return goInstead(pathOf({ place: 'integration', integration: draft.integration }));
    }
    onReplaced(await backend.call('draft_open', { integration: null, practice: null }));
  }

  const isFilled = filledFields(draft).length > 0;
  return (
    <div className={style({ display: 'flex', alignItems: 'center', gap: 12, minHeight: 32 })}>
      <div className={style({ flexGrow: 1, minWidth: 0 })}>
        {saved ? <HealthCell health={saved.health} /> : <PracticeFill onReplaced={onReplaced} />}
      </div>
      <ActionButton isQuiet onPress={openImport} styles={style({ flexShrink: 0 })}>
        Import…
      </ActionButton>
      {isFilled ? (
        <ActionButton
          isQuiet
          styles={style({ flexShrink: 0 })}
          onPress={() => void discard().catch((error: unknown) => showProblem(asProblem(error)))}
        >
          {saved ? 'Discard changes' : 'Discard draft'}
        </ActionButton>
      ) : null}
    </div>
  );
}
