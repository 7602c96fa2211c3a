import { useEffect, useRef } from 'react';
import type { ViewStatus } from '../../backend/index.ts';
import { toast } from '../../toasts/index.ts';
import { restoreSession } from './clearing.ts';

/** Tells when somebody clears the session in Adobe’s web UI while it is looked at, with a way back. */
export function useClearedElsewhere({ view, clearedAt, clearedBy }: ViewStatus): void {
  const before = useRef({ view, clearedAt });
  useEffect(() => {
    const { view: sameView, clearedAt: known } = before.current;
    before.current = { view, clearedAt };
    if (sameView !== view || clearedBy !== 'adobe' || clearedAt === known) return;
    toast('neutral', 'Somebody cleared the session in Adobe’s web UI. Its events are kept and left out of the list.', {
      action: { label: 'Restore here', run: () => void restoreSession(view) },
    });
  }, [view, clearedAt, clearedBy]);
}
