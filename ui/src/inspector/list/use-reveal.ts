import { useEffect, useRef } from 'react';
import type { RowWindow } from '../../virtual-list/index.ts';
import type { Selected } from './EventList.tsx';

/**
 * Brings the shown event into sight when it was chosen elsewhere, and in another list, where it has another place; once that
 * is known and the list is here (until then `shown` is null). Gives the function that tells of an event that was chosen in the list itself.
 */
export function useReveal(
  window: RowWindow,
  list: string,
  shown: Selected | null,
  leaveTail: () => void,
): (uuid: string) => void {
  const seen = useRef<string | null>(null);
  const nameOf = (uuid: string) => `${list} ${uuid}`;
  const uuid = shown?.uuid ?? null;
  const index = shown?.index ?? null;
  const name = uuid === null ? null : nameOf(uuid);

  useEffect(() => {
    if (name === null || index === null || seen.current === name) return;
    seen.current = name;
    leaveTail();
    window.reveal(index, 'centre');
  }, [name, index, window, leaveTail]);

  return (own) => {
    seen.current = nameOf(own);
  };
}
