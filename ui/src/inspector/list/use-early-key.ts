import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { RowPages } from '../../virtual-list/index.ts';

const ends: Record<string, 'first' | 'last'> = {
  ArrowDown: 'first',
  j: 'first',
  PageDown: 'first',
  Home: 'first',
  ArrowUp: 'last',
  k: 'last',
  PageUp: 'last',
  End: 'last',
};

/** Keys that are pressed before anything is known of the list lead to the row that they would lead to, once it is known. */
export function useEarlyKey<Row>(pages: RowPages<Row>, goTo: (index: number) => void) {
  const wanted = useRef<'first' | 'last' | null>(null);

  useEffect(() => {
    const end = wanted.current;
    if (end === null || !pages.loaded) return;
    wanted.current = null;
    if (pages.total > 0) goTo(end === 'first' ? 0 : pages.total - 1);
  });

  return ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
    const end = ends[key];
    if (pages.loaded || end === undefined || ctrlKey || metaKey || altKey) return false;
    wanted.current = end;
    return true;
  };
}
