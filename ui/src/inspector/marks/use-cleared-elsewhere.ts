import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useEffect, useRef } from 'react';
import type { ViewStatus } from '../../backend/index.ts';
import { restoreSession } from './clearing.ts';

/** Tells when somebody clears the session in Adobe’s web UI while it is looked at, with a way back. */
export function useClearedElsewhere({ view, clearedAt, clearedBy }: ViewStatus): void {
  const before = useRef({ view, clearedAt });
  useEffect(() => {
    const { view: sameView, clearedAt: known } = before.current;
    before.current = { view, clearedAt };
    if (sameView !== view || clearedBy !== 'adobe' || clearedAt === known) return;
    ToastQueue.neutral(
      'Somebody cleared the session in Adobe’s web UI. Its events are kept and left out of the list.',
      {
        timeout: 10_000,
        actionLabel: 'Restore here',
        shouldCloseOnAction: true,
        onAction: () => void restoreSession(view),
      },
    );
  }, [view, clearedAt, clearedBy]);
}
