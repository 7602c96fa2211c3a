import { useEffect, useRef } from 'react';
import type { Arrangement } from '../../backend/index.ts';
import type { RowWindow } from '../../virtual-list/index.ts';

/** A list that is sorted anew is shown from its first row on, unless it grows at its end or somebody looks at an event. */
export function useStartOfOrder(window: RowWindow, { sort, descending }: Arrangement, isFree: boolean): void {
  const order = `${sort} ${descending}`;
  const seen = useRef(order);
  const growsAtEnd = sort === 'time' && !descending;

  useEffect(() => {
    if (seen.current === order) return;
    seen.current = order;
    if (isFree && !growsAtEnd) window.reveal(0);
  }, [window, order, isFree, growsAtEnd]);
}
