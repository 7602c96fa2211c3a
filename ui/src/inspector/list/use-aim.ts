import { useEffect, useRef } from 'react';
import type { RowPages, RowWindow, Selecting } from '../../virtual-list/index.ts';

interface Aim {
  index: number;
  how: Selecting;
}

/** Goes to a row: at once when it is seen, else as soon as it is here as the list has it now. */
export function useAim<Row>(
  pages: RowPages<Row>,
  window: RowWindow,
  arrive: (row: Row, index: number, how: Selecting) => void,
): (index: number, how: Selecting) => void {
  const aim = useRef<Aim | null>(null);

  useEffect(() => {
    const aimed = aim.current;
    const row = aimed && pages.isFresh(aimed.index) ? pages.row(aimed.index) : undefined;
    if (!aimed || !row) return;
    aim.current = null;
    arrive(row, aimed.index, aimed.how);
  });

  return (index, how) => {
    const isSeen = index >= window.range.first && index < window.range.last;
    const row = isSeen || pages.isFresh(index) ? pages.row(index) : undefined;
    aim.current = row ? null : { index, how };
    if (row) arrive(row, index, how);
  };
}
