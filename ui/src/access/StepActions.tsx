import { ActionButton } from '@react-spectrum/s2/ActionButton';
import OpenIn from '@react-spectrum/s2/icons/OpenIn';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { go, pathOf } from '../app/route.ts';
import { useCommand, type KnownPage } from '../backend/index.ts';
import { copyText, showProblem } from '../problems/index.ts';
import { useAccess } from './AccessContext.tsx';
import { messageOf } from './message.ts';
import type { StepState } from './step-state.ts';
import { integrationStep, type AccessStep } from './steps/index.ts';

const pageNames: Record<KnownPage, string> = {
  developerConsole: 'Developer Console',
  adminConsole: 'Admin Console',
  assurance: 'Assurance',
  experienceCloud: 'Experience Cloud',
};

/** What can be pressed for a step that is not done. */
export function StepActions({ step, state }: { step: AccessStep; state: StepState }) {
  const { row } = useAccess();
  const open = useCommand('page_open');
  const { page, wish } = step;
  // The practice workspace has no pages; and a failure brings its own message.
  const opens = page !== undefined && row?.environment !== 'practice';
  const writes = wish !== undefined && state.state !== 'failed';
  const makes = step.id === integrationStep;
  if (!opens && !writes && !makes) return null;
  return (
    <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
      {opens ? (
        <ActionButton size="S" onPress={() => open.mutate(page, { onError: showProblem })}>
          <OpenIn />
          <Text>{`Open ${pageNames[page]}`}</Text>
        </ActionButton>
      ) : null}
      {writes ? (
        <ActionButton
          size="S"
          aria-label={`Copy a message to send: ${step.title}`}
          onPress={() => void copyText(messageOf(wish, row), 'Message copied.')}
        >
          Copy a message to send
        </ActionButton>
      ) : null}
      {makes ? (
        <ActionButton
          size="S"
          onPress={() => go(row ? pathOf({ place: 'editIntegration', integration: row.id }) : '/integrations/new')}
        >
          {row ? 'Edit the integration' : 'New integration'}
        </ActionButton>
      ) : null}
    </div>
  );
}
