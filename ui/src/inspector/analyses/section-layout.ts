import type { Cell, Column } from '../../backend/index.ts';

/** What the cells of columns are, by the place of the column. */
export type CellKinds = ReadonlyMap<number, Cell['is']>;

/** How far from the end of the table a column stays, by its place. */
export type Stays = ReadonlyMap<number, number>;

interface Layout {
  /** `grid-template-columns`. */
  tracks: string;
  leastWidth: number;
  stays: Stays;
  /** Pixels that those that stay take together. */
  staying: number;
}

const gap = 12;
const padding = 24;

/** Pixels that a column takes at least: a time of day, the name of a device, and a few events fit into theirs. */
function leastOf(weight: number, kind: Cell['is'] | undefined): number {
  if (kind === 'events') return 272;
  if (kind === 'time') return 96;
  if (kind === 'client') return 108;
  return 64 + 32 * Math.max(weight, 1);
}

/**
 * How wide the columns are in so many pixels. Where they have no room, the table scrolls sideways, and the last columns stay in
 * view as far as they say how it went and how long it took: that is what somebody looks through the rows for. What stays leaves
 * half of the table to the others.
 */
export function layoutOf(columns: Pick<Column, 'weight'>[], kinds: CellKinds, width: number): Layout {
  const least = columns.map(({ weight }, at) => leastOf(weight, kinds.get(at)));
  const leastWidth = least.reduce((sum, each) => sum + each + gap, padding);
  const isTight = width > 0 && width < leastWidth;
  const { stays, staying } = isTight ? staysOf(least, kinds, width / 2) : { stays: new Map(), staying: 0 };
  const tracks = columns.map(({ weight }, at) => `minmax(${least[at]}px, ${Math.max(weight, 1)}fr)`);
  return { tracks: tracks.join(' '), leastWidth, stays, staying };
}

/** Which of the last columns stay, in so many pixels at most. */
function staysOf(least: number[], kinds: CellKinds, most: number): Pick<Layout, 'stays' | 'staying'> {
  const stays = new Map<number, number>();
  let staying = 0;
  for (let at = least.length - 1; at > 0; at -= 1) {
    const kind = kinds.get(at);
    // What ends the table takes its padding along.
    const own = (least[at] ?? 0) + gap + (staying === 0 ? padding / 2 : 0);
    if ((kind !== 'badge' && kind !== 'duration') || staying + own > most) break;
    stays.set(at, staying);
    staying += own;
  }
  return { stays, staying };
}
