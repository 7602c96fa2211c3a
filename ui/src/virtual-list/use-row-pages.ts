import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { RowPages, type LoadRows } from './pages.ts';
import type { RowWindow } from './row-window.ts';
import type { RowRange } from './window.ts';

/**
 * Rows of a list in Rust. `list` names it: while the name is the same, a new revision refreshes the rows little by little; under
 * another name (another filter, another event) all of them are asked anew, and the old ones stay until then.
 */
export function useRowPages<Row>(list: string, revision: number, load: LoadRows<Row>): RowPages<Row> {
  const pages = useUndrawnPages(list, revision, load);
  useSyncExternalStore(pages.subscribe, pages.version);
  return pages;
}

/**
 * The same for a list that draws its rows by hand: the component is drawn again when the list has another length or name, and not for
 * rows that come.
 */
export function useUndrawnPages<Row>(list: string, revision: number, load: LoadRows<Row>): RowPages<Row> {
  const [pages] = useState(() => new RowPages<Row>(list, load));
  useSyncExternalStore(pages.subscribe, pages.shape);
  useLayoutEffect(() => pages.loadWith(load), [pages, load]);
  useEffect(() => pages.turnTo(list), [pages, list]);
  useEffect(() => pages.revise(revision), [pages, revision]);
  return pages;
}

/** Tells the pages which rows are on the screen, as somebody scrolls. */
export function useShownRows<Row>(pages: RowPages<Row>, window: RowWindow): void {
  useEffect(() => {
    let shown: RowRange | null = null;
    const tell = () => {
      if (window.range === shown) return;
      shown = window.range;
      pages.show(shown);
    };
    tell();
    return window.subscribe(tell);
  }, [pages, window]);
}
