import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import { useUndoKey, useWaitingDeletions } from './use-deletions.ts';
import { WaitingDeletion } from './WaitingDeletion.tsx';

const bars = style({
  position: 'fixed',
  bottom: 48,
  insetStart: '[50%]',
  translateX: '[-50%]',
  zIndex: 1,
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
});

/** Deletions that can still be undone, in every place, until they are sent. */
export function PendingDeletions() {
  const deletions = useWaitingDeletions();
  useUndoKey(deletions);
  return (
    <>
      {/* There from the start, so that what comes is read out; the seconds are not. */}
      <VisuallyHidden role="status">
        {deletions.map(({ deletion, what }) => (
          <p key={deletion}>{`${what} will be deleted in a few seconds. Press Ctrl+Z to undo.`}</p>
        ))}
      </VisuallyHidden>
      {deletions.length === 0 ? null : (
        <div role="group" aria-label="Deletions that can be undone" className={bars}>
          {deletions.map((deletion) => (
            <WaitingDeletion key={deletion.deletion} deletion={deletion} />
          ))}
        </div>
      )}
    </>
  );
}
