import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RowWindow } from './row-window.ts';

export interface Tail {
  /** How many rows came since the user left the end; 0 while the list follows. */
  arrived: number;
  onScroll: (scrollTop: number) => void;
  onWheel: (deltaY: number) => void;
  /** The user looks at something: the list stays where it is. */
  leave: () => void;
  /** Goes to the end and follows what comes. */
  follow: () => void;
}

/** The list and its length when the user left its end. */
interface Left {
  list: string;
  total: number;
}

/**
 * Keeps a list that grows at its end, while and only while the user is there. `list` names it; arrivals are counted per list.
 * A list that grows elsewhere (`growsAtEnd` is false) stays where it is.
 */
export function useTail(window: RowWindow, total: number, list: string, growsAtEnd = true): Tail {
  const [left, setLeft] = useState<Left | null>(null);
  // Rows may be drawn before the state that was just set: who has left is not taken back to the end by them.
  const hasLeft = useRef(false);
  const following = growsAtEnd && left === null;
  const { viewport } = window;
  if (left && left.list !== list) setLeft({ list, total });

  useLayoutEffect(() => {
    if (following && !hasLeft.current && total > 0 && viewport > 0) window.revealEnd();
  }, [window, following, total, viewport]);

  const leave = useCallback(() => {
    hasLeft.current = true;
    setLeft((before) => before ?? { list, total });
  }, [list, total]);
  const atEnd = useCallback(() => {
    hasLeft.current = false;
    setLeft(null);
  }, []);
  const follow = useCallback(() => {
    atEnd();
    window.revealEnd();
  }, [atEnd, window]);

  // Only the user's way decides: towards the start leaves the end, arriving at the end follows it.
  const scrolledTo = useRef(0);
  function onScroll(scrollTop: number) {
    const backwards = scrollTop < scrolledTo.current;
    scrolledTo.current = scrollTop;
    if (backwards && !window.isAtEnd()) leave();
    else if (!backwards && window.isAtEnd()) atEnd();
  }
  function onWheel(deltaY: number) {
    if (deltaY < 0 && scrolledTo.current > 0) leave();
  }

  return { arrived: growsAtEnd && left ? Math.max(0, total - left.total) : 0, onScroll, onWheel, leave, follow };
}
