export { rowAfterKey } from './list-keys.ts';
export type { LoadRows, RowPages } from './pages.ts';
export type { RowWindow } from './row-window.ts';
export { useAnchor } from './use-anchor.ts';
export { useRowPages, useShownRows } from './use-row-pages.ts';
export { useRowWindow } from './use-row-window.ts';
export { useTail, type Tail } from './use-tail.ts';
export { listColours, VirtualGrid } from './VirtualGrid.tsx';
