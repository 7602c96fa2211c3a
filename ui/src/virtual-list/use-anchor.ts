import { useLayoutEffect, useRef } from 'react';
import type { RowPages } from './pages.ts';
import type { RowWindow } from './row-window.ts';

/**
 * Keeps the first row in view where it is when rows come in before it. `idOf` tells rows apart. With `followsStart`, whoever
 * looks at the first row sees what comes before it.
 */
export function useAnchor<Row>(
  pages: RowPages<Row>,
  window: RowWindow,
  list: string,
  idOf: (row: Row) => string,
  followsStart = false,
): void {
  const anchor = useRef<{ id: string; index: number; list: string } | null>(null);

  useLayoutEffect(() => {
    const shape = pages.shape();
    let seen: number;
    const follow = () => {
      seen = pages.version();
      const held = anchor.current;
      const there = held && pages.row(held.index);
      const isMoved = held?.list === list && there && idOf(there) !== held.id;
      if (isMoved && !window.isAtEnd() && !(followsStart && held.index === 0)) {
        const now = pages.find((row) => idOf(row) === held.id);
        if (now !== null) window.moveBy(now - held.index);
      }
      hold();
    };
    const hold = () => {
      // The list has another length in a moment: what was held until now tells then how far its rows moved.
      if (pages.version() !== seen) return;
      const index = window.firstInView();
      const row = pages.row(index);
      const before = anchor.current;
      // Whoever jumps somewhere wants what is there, and not a row that was there before the list changed.
      const isNear = before !== null && Math.abs(index - before.index) <= window.rowsPerScreen();
      anchor.current = row && (isNear || pages.isFresh(index)) ? { id: idOf(row), index, list } : null;
    };
    follow();
    const ends = [
      window.subscribe(hold),
      pages.subscribe(() => {
        if (pages.shape() === shape) follow();
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  });
}
