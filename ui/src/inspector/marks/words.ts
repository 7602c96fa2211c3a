import type { EventMarks, Highlight, MarkedBy, ViewStatus } from '../../backend/index.ts';

export const colours: [Highlight, string][] = [
  ['yellow', 'Yellow'],
  ['green', 'Green'],
  ['blue', 'Blue'],
  ['purple', 'Purple'],
  ['red', 'Red'],
];

const said = (by: MarkedBy, what: string) => (by === 'adobe' ? `${what} in Adobe’s web UI` : what);

/** Whether an event is flagged, and by whom. */
export function flagInWords({ flagged }: EventMarks): string {
  return flagged === null ? 'Not flagged' : said(flagged, 'Flagged');
}

/** Whether an event is hidden, and by whom. */
export function hiddenInWords({ hidden }: EventMarks): string {
  return hidden === null ? 'Shown in the list' : said(hidden, 'Hidden or cleared');
}

/** What was done to events, for those who do not see it. */
export function markedInWords(what: 'flagged' | 'highlighted', count: number, on: boolean): string {
  const is = on ? '' : 'no longer ';
  const words = count === 1 ? `${is}${what}.` : `${count.toLocaleString()} events ${is}${what}.`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the filter bar says of hidden events; null where there are none. */
export function hiddenCount({ hidden, showsHidden }: ViewStatus): { text: string; action: string } | null {
  if (hidden === 0) return null;
  const count = hidden.toLocaleString();
  return showsHidden
    ? { text: `${count} hidden shown`, action: 'Leave out' }
    : { text: `${count} hidden`, action: 'Show' };
}

/** Who cleared the session, and when. `moment` is the time in words. */
export function clearedInWords({ clearedBy }: ViewStatus, moment: string): string {
  return clearedBy === 'adobe' ? `cleared in Adobe’s web UI, ${moment}` : `cleared, ${moment}`;
}

/** What is not among what an analysis draws. */
export function leftOutInWords(count: number, { clearedAt }: ViewStatus): string {
  const what = clearedAt === null ? 'hidden' : 'hidden or cleared';
  return count === 1 ? `1 ${what} event is left out.` : `${count.toLocaleString()} ${what} events are left out.`;
}

/** What a report will hold. */
export function reportInWords(marked: number, shown: number): string {
  if (marked === 0)
    return 'No event is marked. Flag or highlight events, or write notes on them, and they are in the report.';
  const events = marked === 1 ? '1 marked event' : `${marked.toLocaleString()} marked events`;
  return shown < marked ? `The first ${shown.toLocaleString()} of ${events}.` : `${events}.`;
}

/** The switch that takes hidden events into a report. `hidden` counts those that are left out. */
export function hiddenInReport(hidden: number): string {
  if (hidden === 0) return 'Hidden events are in it too';
  return hidden === 1
    ? 'With 1 marked event that is hidden'
    : `With ${hidden.toLocaleString()} marked events that are hidden`;
}
