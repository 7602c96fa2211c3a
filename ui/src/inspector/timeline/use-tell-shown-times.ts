import { useEffect } from 'react';
import type { ListRow } from '../../backend/index.ts';
import type { RowPages, RowWindow } from '../../virtual-list/index.ts';
import { tellShownTimes } from './shown-times.ts';

/** Tells the strip which times the list shows; a list that is not sorted by time shows no piece of time. */
export function useTellShownTimes(pages: RowPages<ListRow>, window: RowWindow, isByTime: boolean): void {
  const first = window.firstInView();
  const last = Math.min(pages.total, first + window.rowsPerScreen()) - 1;
  const one = isByTime ? pages.row(first)?.timestamp : undefined;
  const other = isByTime ? pages.row(last)?.timestamp : undefined;

  useEffect(() => {
    if (one !== undefined && other !== undefined)
      tellShownTimes({ from: Math.min(one, other), to: Math.max(one, other) });
    else if (!isByTime) tellShownTimes(null);
  }, [one, other, isByTime]);
  useEffect(() => () => tellShownTimes(null), []);
}
