/** A piece of time, milliseconds since 1970; both ends belong to it. */
export interface Span {
  from: number;
  to: number;
}

/** No closer than this many milliseconds. */
const shortest = 20;

export const lengthOf = ({ from, to }: Span): number => to - from + 1;

/** Where a moment lies in a strip of this width. */
export function xOf(span: Span, width: number, moment: number): number {
  return ((moment - span.from) / lengthOf(span)) * width;
}

/** The moment at a place of the strip. */
export function momentAt(span: Span, width: number, x: number): number {
  const part = width > 0 ? Math.max(0, Math.min(1, x / width)) : 0;
  return Math.min(span.to, Math.floor(span.from + part * lengthOf(span)));
}

/** The piece of time between two places of the strip. */
export function between(span: Span, width: number, one: number, other: number): Span {
  return {
    from: momentAt(span, width, Math.min(one, other)),
    to: momentAt(span, width, Math.max(one, other)),
  };
}

/** A piece that is longer by the factor, in which a moment stays where it is; never more than the whole. */
export function zoomed(span: Span, whole: Span, factor: number, about: number): Span {
  const length = Math.max(shortest, Math.min(lengthOf(whole), Math.round(lengthOf(span) * factor)));
  const part = (about - span.from) / lengthOf(span);
  return within({ from: about - part * length, length }, whole);
}

/** The same length, later or earlier by so many milliseconds. */
export function moved(span: Span, whole: Span, by: number): Span {
  return within({ from: span.from + by, length: lengthOf(span) }, whole);
}

function within({ from, length }: { from: number; length: number }, whole: Span): Span {
  const room = Math.min(length, lengthOf(whole));
  const start = Math.max(whole.from, Math.min(Math.round(from), whole.to - room + 1));
  return { from: start, to: start + room - 1 };
}

/** The whole session. One that grows gets room ahead, so that what is drawn stays where it is while events arrive. */
export function wholeOf(first: number, last: number, isGrowing: boolean): Span {
  if (!isGrowing) return { from: first, to: last };
  const needed = Math.max(10_000, last - first + 1);
  const step = 2 ** Math.floor(Math.log2(needed / 4));
  return { from: first, to: first + Math.ceil(needed / step) * step - 1 };
}

export const isSame = (one: Span, other: Span): boolean => one.from === other.from && one.to === other.to;
