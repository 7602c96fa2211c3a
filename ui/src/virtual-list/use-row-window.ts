import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { RowWindow } from './row-window.ts';

/** The window over a list of rows of one height; the component is drawn again when other rows are seen. */
export function useRowWindow(total: number, rowHeight: number, chrome = 0): RowWindow {
  const [window] = useState(() => new RowWindow(rowHeight, chrome));
  useSyncExternalStore(window.subscribe, window.version);
  useLayoutEffect(() => window.hold(total, rowHeight), [window, total, rowHeight]);
  return window;
}
