import type { EventSort } from '../../backend/index.ts';

/** A column of the list; `path:` and a path for the values found there. */
export type ColumnId = NamedColumn | `path:${string}`;
type NamedColumn =
  'marks' | 'time' | 'client' | 'name' | 'detail' | 'vendor' | 'type' | 'source' | 'sincePrevious' | 'number';

/** A column as it is shown: its width in pixels, or as wide as there is room. */
export interface ShownColumn {
  id: ColumnId;
  width: number | null;
}

interface Column {
  label: string;
  sort?: EventSort;
  /** The least width in pixels. */
  least: number;
  /** Its share of the room that is left; none for a column of its least width. */
  share?: number;
}

const named: Record<NamedColumn, Column> = {
  marks: { label: 'Marks', least: 32 },
  time: { label: 'Time', sort: 'time', least: 92 },
  client: { label: 'Client', sort: 'client', least: 72, share: 1 },
  name: { label: 'Event', sort: 'name', least: 120, share: 3 },
  detail: { label: 'Detail', least: 80, share: 3 },
  vendor: { label: 'Vendor', sort: 'vendor', least: 80, share: 2 },
  type: { label: 'Type', sort: 'type', least: 72 },
  source: { label: 'Source', sort: 'source', least: 96, share: 1 },
  sincePrevious: { label: 'Since previous', least: 104 },
  number: { label: 'Number', least: 64 },
};

export const namedColumns = Object.keys(named) as NamedColumn[];
export const narrowest = 20;
export const widest = 1200;
const gap = 12;

/** How much room the list has. */
export type Room = 'wide' | 'narrow' | 'tight';

/** The room that so many pixels are; 0 is not measured yet. */
export function roomOf(width: number): Room {
  if (width === 0 || width >= 760) return 'wide';
  return width >= 400 ? 'narrow' : 'tight';
}

const usual: Record<Room, ColumnId[]> = {
  wide: ['marks', 'time', 'client', 'name', 'detail', 'vendor', 'type'],
  narrow: ['marks', 'time', 'client', 'name', 'detail'],
  tight: ['client', 'name'],
};

/** What is shown while nobody chose anything: less where there is less room. */
export function usualColumns(room: Room): ShownColumn[] {
  return usual[room].map((id) => ({ id, width: id === 'client' && room !== 'wide' ? narrowest : null }));
}

export function columnOf(id: ColumnId): Column {
  return id.startsWith('path:') ? { label: lastStep(pathOf(id)), least: 80, share: 1 } : named[id as NamedColumn];
}

/** The path of a column of values; empty for another column. */
export function pathOf(id: ColumnId): string {
  return id.startsWith('path:') ? id.slice(5) : '';
}

/** The columns as `grid-template-columns`. */
export function tracksOf(columns: readonly ShownColumn[]): string {
  const track = ({ id, width }: ShownColumn) => {
    const { least, share } = columnOf(id);
    if (width !== null) return `${width}px`;
    return share === undefined ? `${least}px` : `minmax(${least}px, ${share}fr)`;
  };
  return columns.map(track).join(' ');
}

/** What the columns need at least, with what is around them. */
export function leastWidthOf(columns: readonly ShownColumn[]): number {
  const widths = columns.map(({ id, width }) => width ?? columnOf(id).least);
  return widths.reduce((sum, width) => sum + width, 0) + gap * (columns.length + 1);
}

/** The columns with those of these paths, no others: new ones come last. */
export function withPaths(columns: readonly ShownColumn[], paths: readonly string[]): ShownColumn[] {
  const kept = columns.filter(({ id }) => !id.startsWith('path:') || paths.includes(pathOf(id)));
  const missing = paths.filter((path) => !kept.some(({ id }) => id === `path:${path}`));
  return [...kept, ...missing.map((path) => ({ id: `path:${path}` as const, width: null }))];
}

/** The columns with one of them before the one that is now at `to`. */
export function moved(columns: readonly ShownColumn[], id: ColumnId, to: number): ShownColumn[] {
  const from = columns.findIndex((column) => column.id === id);
  const column = columns[from];
  if (!column) return [...columns];
  const others = columns.filter((other) => other.id !== id);
  others.splice(from < to ? to - 1 : to, 0, column);
  return others;
}

export function resized(columns: readonly ShownColumn[], id: ColumnId, width: number | null): ShownColumn[] {
  const next = width === null ? null : Math.round(Math.min(widest, Math.max(narrowest, width)));
  return columns.map((column) => (column.id === id ? { id, width: next } : column));
}

/** Shows a column at its usual place, or takes it away; the last one stays. */
export function toggled(columns: readonly ShownColumn[], id: ColumnId): ShownColumn[] {
  if (columns.some((column) => column.id === id)) {
    return columns.length === 1 ? [...columns] : columns.filter((column) => column.id !== id);
  }
  const order = namedColumns as string[];
  const place = columns.findIndex((column) => order.indexOf(column.id) > order.indexOf(id));
  const next = [...columns];
  next.splice(place < 0 ? columns.length : place, 0, { id, width: null });
  return next;
}

/** Columns that were remembered; null when that is not what this version writes. */
export function readColumns(text: string | null): ShownColumn[] | null {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    if (!Array.isArray(kept)) return null;
    const columns = kept.filter(isShownColumn);
    return columns.length > 0 ? columns : null;
  } catch {
    return null;
  }
}

function isShownColumn(value: unknown): value is ShownColumn {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('width' in value)) return false;
  const { id, width } = value;
  const isKnown = typeof id === 'string' && (id.startsWith('path:') || id in named);
  return isKnown && (width === null || (typeof width === 'number' && width >= narrowest && width <= widest));
}

/** What a path ends in: the name that tells it from others. */
function lastStep(path: string): string {
  return /(?:"((?:[^"\\]|\\.)*)"|([^."[\]]+))(?:\[[^\]]*\])*$/.exec(path)?.slice(1).find(Boolean) ?? path;
}
