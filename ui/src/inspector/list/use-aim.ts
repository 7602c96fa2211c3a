import { useEffect, useRef, useState } from 'react';
import type { RowPages, RowWindow, Selecting } from '../../virtual-list/index.ts';

interface Aim {
  index: number;
  how: Selecting;
}

interface Aiming {
  /** Goes to a row: at once when it is seen, else as soon as it is here as the list has it now. */
  goTo: (index: number, how: Selecting) => void;
  /** The row that is on its way: the next key goes on from there. */
  aimed: number | null;
}

/** Goes to rows that may not be here yet. */
export function useAim<Row>(
  pages: RowPages<Row>,
  window: RowWindow,
  arrive: (row: Row, index: number, how: Selecting) => void,
): Aiming {
  const aim = useRef<Aim | null>(null);
  const [aimed, setAimed] = useState<number | null>(null);

  function set(next: Aim | null) {
    aim.current = next;
    setAimed(next?.index ?? null);
  }

  useEffect(() => {
    const arriveOnceHere = () => {
      const wanted = aim.current;
      const row = wanted && pages.isFresh(wanted.index) ? pages.row(wanted.index) : undefined;
      if (!wanted || !row) return;
      set(null);
      arrive(row, wanted.index, wanted.how);
    };
    arriveOnceHere();
    return pages.subscribe(arriveOnceHere);
  });

  return {
    goTo: (index, how) => {
      const row = window.draws(index) || pages.isFresh(index) ? pages.row(index) : undefined;
      set(row ? null : { index, how });
      if (row) arrive(row, index, how);
    },
    aimed: aimed !== null && aimed < pages.total ? aimed : null,
  };
}
