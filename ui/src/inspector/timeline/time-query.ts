import type { Span } from './span.ts';

const minute = 60_000;
const earliest = Date.UTC(1000, 0);
const latest = Date.UTC(9999, 11);
const pad = (value: number) => String(value).padStart(2, '0');

/** The query for what happened in a piece of time, in the user's zone; null where no calendar has such a time. */
export function timeQuery({ from, to }: Span): string | null {
  if (from < earliest || to > latest) return null;
  return `time:${written(from)}..${written(to)}`;
}

/** Whether a chip is such a query. */
export function isTimeQuery(chip: string): boolean {
  return /^time:\S+\.\.\S+$/.test(chip);
}

function written(moment: number): string {
  const zone = zoneOf(moment);
  const local = new Date(moment + zone * minute).toISOString().slice(0, -1);
  // Queries are read in the zone of today; in summer it may have been another one.
  return zone === zoneOf(Date.now()) ? local : `${local}${offset(zone)}`;
}

const zoneOf = (moment: number) => -Math.round(new Date(moment).getTimezoneOffset());

function offset(zone: number): string {
  const minutes = Math.abs(zone);
  return `${zone < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
