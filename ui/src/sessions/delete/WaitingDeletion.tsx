import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useState } from 'react';
import type { PendingDeletion } from '../../backend/index.ts';
import { secondsLeft } from './deletion-words.ts';
import { sendDeletion, undoDeletion } from './use-deletions.ts';

const bar = style({
  display: 'flex',
  alignItems: 'center',
  gap: 16,
  paddingX: 16,
  paddingY: 8,
  borderRadius: 'lg',
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: 'gray-300',
  backgroundColor: 'elevated',
  boxShadow: 'elevated',
  font: 'ui',
});

const LOOK_EVERY_MS = 250;

/** One deletion that can still be undone, and for how long. */
export function WaitingDeletion({ deletion }: { deletion: PendingDeletion }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={bar}>
      <span>{`${deletion.what} will be deleted`}</span>
      <span
        aria-hidden
        className={style({ color: 'neutral-subdued', fontVariantNumeric: 'tabular-nums', width: 24, textAlign: 'end' })}
      >
        {`${secondsLeft(deletion, now) ?? 0} s`}
      </span>
      <ButtonGroup size="S">
        <Button variant="primary" size="S" onPress={() => void undoDeletion(deletion)}>
          Undo
        </Button>
        <Button variant="secondary" size="S" onPress={() => void sendDeletion(deletion)}>
          Delete now
        </Button>
      </ButtonGroup>
    </div>
  );
}
