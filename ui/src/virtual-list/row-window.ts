import {
  clamp,
  lastScrollTop,
  rowShift,
  rowsInView,
  scrollerHeight,
  scrollRatio,
  scrollTopFor,
  staysAfterMilliseconds,
  type Geometry,
  type RowRange,
} from './window.ts';

/** Rows drawn beyond what is seen: a web view scrolls ahead of the page, and shows nothing where nothing is drawn yet. */
const overscan = 20;
const atEndWithin = 5;

/** The part of a long list that a scroller shows. It watches the scroller's size and place and tells when other rows are seen. */
export class RowWindow {
  #element: HTMLElement | null = null;
  #chrome: number;
  #geometry: Geometry;
  #range: RowRange = { first: 0, last: 0 };
  #shift = 0;
  #slots = 1;
  #version = 0;
  #shape = 0;
  #listeners = new Set<() => void>();
  #whenMeasured: (() => void) | null = null;
  #staying: ReturnType<typeof setTimeout> | undefined;

  /** `chrome` is the height of what stays on top of the scroller, such as a header. */
  constructor(rowHeight: number, chrome = 0) {
    this.#geometry = { total: 0, rowHeight, viewport: 0 };
    this.#chrome = chrome;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Changes whenever other rows are to be drawn, or in other places. */
  readonly version = (): number => this.#version;

  /** Changes only with the number and height of rows, and the height in which they are seen. */
  readonly shape = (): number => this.#shape;

  /** Takes the scroller; a callback for `ref`. */
  readonly attach = (element: HTMLElement | null): (() => void) | undefined => {
    this.#element = element;
    if (!element) return undefined;
    const measure = () => this.#reshape({ viewport: Math.max(0, element.clientHeight - this.#chrome) });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => {
      observer.disconnect();
      clearTimeout(this.#staying);
      this.#element = null;
    };
  };

  readonly hold = (total: number, rowHeight = this.#geometry.rowHeight): void => this.#reshape({ total, rowHeight });

  readonly onScroll = (): void => this.#look();

  get range(): RowRange {
    return this.#range;
  }

  draws(index: number): boolean {
    return index >= this.#range.first && index < this.#range.last;
  }

  /** Height in which rows are seen; 0 until it is measured. */
  get viewport(): number {
    return this.#geometry.viewport;
  }

  /** Height of the element that holds so many rows. */
  heightOf(total: number): number {
    return scrollerHeight({ ...this.#geometry, total });
  }

  top(index: number): number {
    return index * this.#geometry.rowHeight - this.#shift;
  }

  /** The same number for the same element, so that elements are used again instead of made anew. */
  slot(index: number): number {
    return index % this.#slots;
  }

  /** Whether the scroller is at its end, as near as a person can tell. */
  isAtEnd(): boolean {
    return this.#scrollTop >= lastScrollTop(this.#geometry) - atEndWithin;
  }

  firstInView(): number {
    const { rowHeight, total } = this.#geometry;
    const first = Math.ceil((this.#scrollTop * scrollRatio(this.#geometry)) / rowHeight);
    return clamp(first, 0, Math.max(0, total - 1));
  }

  rowsPerScreen(): number {
    return Math.max(1, Math.floor(this.#geometry.viewport / this.#geometry.rowHeight));
  }

  reveal(index: number, align: 'nearest' | 'centre' = 'nearest'): void {
    this.#onceMeasured(() => this.#scrollTo(scrollTopFor(this.#geometry, this.#scrollTop, index, align)));
  }

  revealEnd(): void {
    this.#onceMeasured(() => this.#scrollTo(lastScrollTop(this.#geometry)));
  }

  /** Scrolls by whole rows, for rows that came in before those on the screen. */
  moveBy(rows: number): void {
    this.#scrollTo(this.#scrollTop + (rows * this.#geometry.rowHeight) / scrollRatio(this.#geometry));
  }

  get #scrollTop(): number {
    return this.#element?.scrollTop ?? 0;
  }

  #scrollTo(scrollTop: number): void {
    if (!this.#element) return;
    this.#element.scrollTop = scrollTop;
    this.#look();
  }

  #onceMeasured(act: () => void): void {
    if (this.#geometry.viewport > 0) act();
    else this.#whenMeasured = act;
  }

  #reshape(change: Partial<Geometry>): void {
    const before = this.#geometry;
    this.#geometry = { ...before, ...change };
    const { total, viewport, rowHeight } = this.#geometry;
    if (before.total !== total || before.viewport !== viewport || before.rowHeight !== rowHeight) {
      this.#shape += 1;
      this.#changed();
    }
    if (this.#geometry.viewport > 0 && this.#whenMeasured) {
      this.#whenMeasured();
      this.#whenMeasured = null;
    }
    this.#look();
  }

  #look(): void {
    const withOverscan = rowsInView(this.#geometry, this.#scrollTop, overscan);
    this.#slots = Math.max(this.#slots, withOverscan.last - withOverscan.first);
    const seen = rowsInView(this.#geometry, this.#scrollTop, 0);
    const isElsewhere = seen.last > seen.first && (seen.first >= this.#range.last || seen.last <= this.#range.first);
    clearTimeout(this.#staying);
    if (isElsewhere) this.#staying = setTimeout(() => this.#look(), staysAfterMilliseconds);
    const { first, last } = isElsewhere ? seen : withOverscan;
    const shift = rowShift(this.#geometry, this.#scrollTop);
    if (first === this.#range.first && last === this.#range.last && shift === this.#shift) return;
    if (first !== this.#range.first || last !== this.#range.last) this.#range = { first, last };
    this.#shift = shift;
    this.#changed();
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
