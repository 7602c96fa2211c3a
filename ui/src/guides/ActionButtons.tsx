import { Button } from '@react-spectrum/s2/Button';
import { DialogContainer } from '@react-spectrum/s2/AlertDialog';
import { useState } from 'react';
import { useAnswer, type GuideActionName } from '../backend/index.ts';
import { asksFirst, ConfirmAction } from './ConfirmAction.tsx';
import { isForm } from './forms/ActionForm.tsx';
import { actionLabel } from './guide-words.ts';
import { useGuideState } from './GuideContext.tsx';

interface Props {
  actions: readonly GuideActionName[];
  /** Whether none of them stands out. */
  isAside?: boolean;
}

/** The actions that ask for nothing, as buttons; the usual one stands out. What cannot be undone asks first. */
export function ActionButtons({ actions, isAside = false }: Props) {
  const { data: info } = useAnswer('app_info', null);
  const { guide, act, underWay } = useGuideState();
  const [asking, setAsking] = useState<GuideActionName | null>(null);
  // A browser has no dialog in which to save a file.
  const plain = actions.filter(isPlain).filter((action) => info?.desktop || action !== 'saveCertificate');
  const usual = actions[0] && isPlain(actions[0]) ? plain[0] : undefined;
  return (
    <>
      {plain.map((action) => (
        <Button
          key={action}
          variant={!isAside && action === usual ? 'accent' : 'secondary'}
          isPending={underWay === action}
          isDisabled={underWay !== null && underWay !== action}
          onPress={() => (asksFirst(action) ? setAsking(action) : void act({ do: action }))}
        >
          {actionLabel(guide.guide, action)}
        </Button>
      ))}
      <DialogContainer onDismiss={() => setAsking(null)}>
        {asking && asksFirst(asking) ? <ConfirmAction action={asking} /> : null}
      </DialogContainer>
    </>
  );
}

/** The actions that need no more than their name. */
type PlainAction = Exclude<
  GuideActionName,
  'setConsoleLink' | 'enterSecret' | 'makeCertificate' | 'setScopes' | 'retireOld'
>;

function isPlain(action: GuideActionName): action is PlainAction {
  return !isForm(action) && action !== 'retireOld';
}
