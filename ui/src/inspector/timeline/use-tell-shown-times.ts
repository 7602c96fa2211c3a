import { useEffect } from 'react';
import type { ListRow } from '../../backend/index.ts';
import type { RowPages, RowWindow } from '../../virtual-list/index.ts';
import { tellShownTimes } from './shown-times.ts';

/** Tells the strip which times the list shows; a list that is not sorted by time shows no piece of time. */
export function useTellShownTimes(pages: RowPages<ListRow>, window: RowWindow, isByTime: boolean): void {
  useEffect(() => {
    if (!isByTime) {
      tellShownTimes(null);
      return undefined;
    }
    const tell = () => {
      const first = window.firstInView();
      const last = Math.min(pages.total, first + window.rowsPerScreen()) - 1;
      const one = pages.row(first)?.timestamp;
      const other = pages.row(last)?.timestamp;
      if (one !== undefined && other !== undefined)
        tellShownTimes({ from: Math.min(one, other), to: Math.max(one, other) });
    };
    tell();
    const ends = [window.subscribe(tell), pages.subscribe(tell)];
    return () => {
      for (const end of ends) end();
    };
  }, [pages, window, isByTime]);
  useEffect(() => () => tellShownTimes(null), []);
}
