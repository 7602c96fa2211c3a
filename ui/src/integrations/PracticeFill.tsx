import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { ActionButtonGroup } from '@react-spectrum/s2/ActionButtonGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCommand, type CredentialKind, type Draft } from '../backend/index.ts';
import { landOn } from '../imports/index.ts';
import { showProblem } from '../problems/index.ts';
import { useDraftState } from './DraftContext.tsx';
import { kindInWords } from './kind-in-words.ts';

const kinds: CredentialKind[] = ['oauthServerToServer', 'serviceAccount'];

interface Props {
  isDisabled: boolean;
  onReplaced: (draft: Draft) => void;
}

/** Fills in the practice workspace's credentials, one click for each kind. */
export function PracticeFill({ isDisabled, onReplaced }: Props) {
  const { sender } = useDraftState();
  const { mutate, isPending } = useCommand('draft_open', {
    onDone: (draft) => {
      sender.forget();
      landOn(draft.id);
      onReplaced(draft);
    },
  });
  return (
    <div className={style({ display: 'flex', alignItems: 'center', gap: 12, flexWrap: 'wrap' })}>
      <span id="practice-fill" className={style({ font: 'ui' })}>
        No account? Practice workspace:
      </span>
      <ActionButtonGroup
        aria-labelledby="practice-fill"
        isDisabled={isDisabled || isPending}
        UNSAFE_style={{ flexWrap: 'wrap' }}
      >
        {kinds.map((kind) => (
          <ActionButton
            key={kind}
            aria-label={`Practice workspace: ${kindInWords[kind]}`}
            onPress={() => mutate({ integration: null, practice: kind }, { onError: showProblem })}
          >
            {kindInWords[kind]}
          </ActionButton>
        ))}
      </ActionButtonGroup>
    </div>
  );
}
