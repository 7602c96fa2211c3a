/** Where rows of one height lie in a scroller. Lengths are CSS pixels. */
export interface Geometry {
  total: number;
  rowHeight: number;
  /** Height in which rows are seen. */
  viewport: number;
}

/** Rows to draw: `first` up to, not including, `last`. */
export interface RowRange {
  first: number;
  last: number;
}

/**
 * Who drags the bar passes most rows by: those beyond what is seen are drawn and asked for where somebody stays so long, or
 * scrolls on from.
 */
export const staysAfterMilliseconds = 100;

/** WebKitGTK clamps an element at 33,554,428 px; above this the scroller is shorter than its rows. */
export const tallestScroller = 30_000_000;

export function scrollerHeight({ total, rowHeight }: Geometry): number {
  return Math.min(total * rowHeight, tallestScroller);
}

/** Pixels of rows that one pixel of scrolling passes: 1 unless the list is taller than a scroller may be. */
export function scrollRatio(geometry: Geometry): number {
  const rows = geometry.total * geometry.rowHeight;
  const scroller = scrollerHeight(geometry);
  if (rows <= scroller || scroller <= geometry.viewport) return 1;
  return (rows - geometry.viewport) / (scroller - geometry.viewport);
}

/** How far rows lie above the place their index gives them, so that a clamped scroller shows the right ones. */
export function rowShift(geometry: Geometry, scrollTop: number): number {
  return scrollTop * (scrollRatio(geometry) - 1);
}

export function rowsInView(geometry: Geometry, scrollTop: number, overscan: number): RowRange {
  const top = Math.max(0, scrollTop) * scrollRatio(geometry);
  const first = Math.floor(top / geometry.rowHeight) - overscan;
  const last = Math.ceil((top + geometry.viewport) / geometry.rowHeight) + overscan;
  const end = clamp(last, 0, geometry.total);
  return { first: clamp(first, 0, end), last: end };
}

/** The scroll position that shows a row, moving as little as possible; `centre` puts it in the middle if it must move. */
export function scrollTopFor(
  geometry: Geometry,
  scrollTop: number,
  index: number,
  align: 'nearest' | 'centre' = 'nearest',
): number {
  const ratio = scrollRatio(geometry);
  const seenFrom = scrollTop * ratio;
  const rowTop = index * geometry.rowHeight;
  const rowEnd = rowTop + geometry.rowHeight;
  if (rowTop >= seenFrom && rowEnd <= seenFrom + geometry.viewport) return scrollTop;
  const above = align === 'centre' ? (geometry.viewport - geometry.rowHeight) / 2 : 0;
  const target = align === 'centre' || rowTop < seenFrom ? rowTop - above : rowEnd - geometry.viewport;
  return clamp(target / ratio, 0, lastScrollTop(geometry));
}

export function lastScrollTop(geometry: Geometry): number {
  return Math.max(0, scrollerHeight(geometry) - geometry.viewport);
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
