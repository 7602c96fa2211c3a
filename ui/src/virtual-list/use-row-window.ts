import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { RowWindow } from './row-window.ts';

/**
 * The window over a list of rows of one height. The component is drawn again when the window has another shape, and not while
 * somebody scrolls: what draws the rows asks {@link useDrawnRows} which.
 */
export function useRowWindow(total: number, rowHeight: number, chrome = 0): RowWindow {
  const [window] = useState(() => new RowWindow(rowHeight, chrome));
  useSyncExternalStore(window.subscribe, window.shape);
  useLayoutEffect(() => window.hold(total, rowHeight), [window, total, rowHeight]);
  return window;
}

/** The rows to draw; the component is drawn again whenever they are others, or lie elsewhere. */
export function useDrawnRows(window: RowWindow): { first: number; indices: number[] } {
  useSyncExternalStore(window.subscribe, window.version);
  const { first, last } = window.range;
  return { first, indices: Array.from({ length: last - first }, (_, at) => first + at) };
}
