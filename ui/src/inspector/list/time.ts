const pad = (value: number, digits: number) => String(value).padStart(digits, '0');

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

/** A moment's local time of day, to the millisecond. */
export function timeOfDay(moment: number): string {
  const date = new Date(moment);
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => pad(part, 2)).join(':');
  return `${clock}.${pad(date.getMilliseconds(), 3)}`;
}

/** The same moment with date and zone. */
export function dateAndZone(moment: number): string {
  return exact.format(moment);
}

/** A length of time with a sign, to the millisecond: `+1.250 s`, `+2:03.004`, `+1:00:00.000`. */
export function apart(milliseconds: number): string {
  const sign = milliseconds < 0 ? '−' : '+';
  const length = Math.abs(milliseconds);
  const seconds = Math.floor(length / 1000);
  const rest = `.${pad(length % 1000, 3)}`;
  if (seconds < 60) return `${sign}${seconds}${rest} s`;
  const minutes = Math.floor(seconds / 60);
  const tail = `${pad(seconds % 60, 2)}${rest}`;
  if (minutes < 60) return `${sign}${minutes}:${tail}`;
  return `${sign}${Math.floor(minutes / 60)}:${pad(minutes % 60, 2)}:${tail}`;
}
