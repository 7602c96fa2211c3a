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

/** A moment with its zone, for those who hover. */
export function exactly(moment: number): string {
  return exact.format(moment);
}

export function daysInWords(days: number | null): string {
  if (days === null) return '–';
  return days === 1 ? '1 day' : `${days.toLocaleString()} days`;
}
