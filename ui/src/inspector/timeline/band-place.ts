import { xOf, type Span } from './span.ts';

/** Narrower than this nobody sees it, in pixels. */
const narrowest = 2;

/** Where the strip marks the times that the list shows: an element that moves, so that the canvas stays as it is. */
export class BandPlace {
  times: Span | null = null;
  #element: HTMLElement | null = null;
  #put = '';

  set element(element: HTMLElement | null) {
    this.#element = element;
    this.#put = '';
  }

  /** Puts it where its times are on a strip of this width that shows this span; touches the page only if that is elsewhere. */
  put(span: Span | null, width: number): void {
    const place = bandPlace(this.times, span, width);
    const style = place ? `left:${place.left}px;width:${place.width}px` : 'display:none';
    if (!this.#element || style === this.#put) return;
    this.#put = style;
    this.#element.style.cssText = style;
  }
}

/** Whole pixels; null where none of the times is on the strip. */
export function bandPlace(
  times: Span | null,
  span: Span | null,
  width: number,
): { left: number; width: number } | null {
  if (!times || !span) return null;
  const left = Math.max(0, Math.floor(xOf(span, width, times.from)));
  const right = Math.min(width, Math.ceil(xOf(span, width, times.to + 1)));
  if (right < left) return null;
  return { left: Math.min(left, width - narrowest), width: Math.max(narrowest, right - left) };
}
