const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const minute = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

/** A moment as short as it can be understood: the time today, the day this year, else the whole date. */
export function shortly(moment: number, now = new Date()): string {
  const date = new Date(moment);
  if (date.toDateString() === now.toDateString()) return `today ${minute.format(date)}`;
  return date.getFullYear() === now.getFullYear() ? day.format(date) : dayOfYear.format(date);
}

/** A day as short as it can be understood. */
export function dayInWords(moment: number, now = new Date()): string {
  const date = new Date(moment);
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return 'today';
  if (date.toDateString() === yesterday.toDateString()) return 'yesterday';
  return date.getFullYear() === now.getFullYear() ? day.format(date) : dayOfYear.format(date);
}

/** A moment with its zone, for those who hover. */
export function exactly(moment: number): string {
  return exact.format(moment);
}

export function daysInWords(days: number | null): string {
  if (days === null) return '–';
  return days === 1 ? '1 day' : `${days.toLocaleString()} days`;
}

/** Whether Adobe deletes a session so soon that its events should be kept first. */
export const endsSoon = (days: number | null): boolean => days !== null && days <= 3;

/** What Adobe does with a session at its end, and what stays. */
export function endInWords(days: number | null, kept: number | null): string | undefined {
  if (days === null) return undefined;
  const end = `Adobe deletes the session ${days <= 0 ? 'today' : `in ${daysInWords(days)}`}.`;
  return kept
    ? `${end} ${kept.toLocaleString()} of its events stay in its archive.`
    : `${end} None of its events are kept: archive it to keep them.`;
}
