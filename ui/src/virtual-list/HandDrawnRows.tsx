import { useLayoutEffect, useRef } from 'react';
import { RowsByHand, type RowsShown } from './rows-by-hand.ts';

/** The rows of a table that are seen, and those beside them, drawn by hand as somebody scrolls. */
export function HandDrawnRows<Shown>(props: RowsShown<Shown> & { height: number }) {
  const { window, pages, height } = props;
  const place = useRef<HTMLDivElement>(null);
  const rows = useRef<RowsByHand<Shown> | null>(null);
  const from = useRef(props);

  useLayoutEffect(() => {
    from.current = props;
    if (place.current) rows.current ??= new RowsByHand(place.current);
    rows.current?.draw(props);
  });
  useLayoutEffect(() => {
    let isDue = false;
    const draw = () => {
      isDue = false;
      rows.current?.draw(from.current);
    };
    // After whoever else hears of it: to ask where something is while rows are drawn lays all of it out once more.
    const drawSoon = () => {
      if (!isDue) queueMicrotask(draw);
      isDue = true;
    };
    const ends = [window.subscribe(drawSoon), pages.subscribe(drawSoon)];
    return () => {
      for (const end of ends) end();
    };
  }, [window, pages]);
  return <div role="rowgroup" className="list-rows" style={{ height }} ref={place} />;
}
