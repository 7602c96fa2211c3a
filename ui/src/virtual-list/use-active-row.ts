import { useCallback, useLayoutEffect, useRef, type RefCallback } from 'react';

/**
 * Tells a list which of its rows keys lead to, by the row's id, once that row is drawn: a screen reader asks at once what it is. Takes
 * the list's element on to `attach`.
 */
export function useActiveRow(
  row: string | undefined,
  attach: (element: HTMLElement | null) => (() => void) | undefined,
): RefCallback<HTMLElement> {
  const list = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (row === undefined) list.current?.removeAttribute('aria-activedescendant');
    else list.current?.setAttribute('aria-activedescendant', row);
  }, [row]);
  return useCallback(
    (element: HTMLElement | null) => {
      list.current = element;
      return attach(element);
    },
    [attach],
  );
}
