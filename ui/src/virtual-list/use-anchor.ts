import { useLayoutEffect, useRef } from 'react';
import type { RowPages } from './pages.ts';
import type { RowWindow } from './row-window.ts';

/** Keeps the first row in view where it is when rows come in before it. `idOf` tells rows apart. */
export function useAnchor<Row>(pages: RowPages<Row>, window: RowWindow, idOf: (row: Row) => string): void {
  const anchor = useRef<{ id: string; index: number } | null>(null);

  useLayoutEffect(() => {
    const held = anchor.current;
    const there = held && pages.row(held.index);
    if (held && there && idOf(there) !== held.id && !window.isAtEnd()) {
      const now = pages.find((row) => idOf(row) === held.id);
      if (now !== null) window.moveBy(now - held.index);
    }
    const index = window.firstInView();
    const row = pages.row(index);
    anchor.current = row ? { id: idOf(row), index } : null;
  });
}
