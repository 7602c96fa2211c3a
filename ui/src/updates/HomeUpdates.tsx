import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef } from 'react';
import { whenShown } from '../app/when-shown.tsx';
import { useAnswer } from '../backend/index.ts';
import { putOff, usePutOff } from './put-off.ts';
import { isTold, updateOf } from './update-words.ts';
import { UpdatesQuestion } from './UpdatesQuestion.tsx';

const UpdateOffer = whenShown(async () => (await import('./UpdateOffer.tsx')).UpdateOffer, null);

/** A newer version, or the question whether to look for one; takes no room while there is neither. */
export function HomeUpdates() {
  const { data: updates } = useAnswer('updates_read', null);
  const version = usePutOff();
  const place = useRef<HTMLDivElement>(null);
  if (!updates?.host) return null;
  const isOffered = isTold(updates, version);
  const isAsked = !isOffered && updates.agreed === null;
  // The button that had the focus is gone: the keyboard goes on from here.
  const goOn = () => place.current?.focus();
  const later = () => {
    goOn();
    putOff(updateOf(updates.state)?.version ?? '');
  };
  return (
    <div
      ref={place}
      tabIndex={-1}
      className={style<{ isEmpty: boolean }>({
        outlineStyle: 'none',
        // Without anything in it, it leaves no gap either.
        marginBottom: { default: 0, isEmpty: '[-24px]' },
      })({ isEmpty: !isOffered && !isAsked })}
    >
      {isOffered ? <UpdateOffer state={updates.state} onLater={later} /> : null}
      {isAsked ? <UpdatesQuestion host={updates.host} onAnswered={goOn} /> : null}
    </div>
  );
}
