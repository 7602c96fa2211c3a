import { useCallback, useEffect, useState, type RefCallback } from 'react';
import type { ColumnId } from '../columns.ts';

/** The widths of columns in pixels as their headers have them, and what measures a header. */
export function useColumnRooms(): [RefCallback<HTMLElement>, ReadonlyMap<ColumnId, number>] {
  const [rooms, setRooms] = useState<ReadonlyMap<ColumnId, number>>(new Map());
  const [observer] = useState(
    () =>
      new ResizeObserver((headers) => {
        const changed = headers.map(({ target, contentRect }) => [columnOf(target), contentRect.width] as const);
        setRooms((before) => new Map([...before, ...changed]));
      }),
  );
  useEffect(() => () => observer.disconnect(), [observer]);
  const measure = useCallback(
    (header: HTMLElement | null) => {
      if (!header) return undefined;
      observer.observe(header);
      return () => observer.unobserve(header);
    },
    [observer],
  );
  return [measure, rooms];
}

function columnOf(header: Element): ColumnId {
  return header.getAttribute('data-column') as ColumnId;
}
