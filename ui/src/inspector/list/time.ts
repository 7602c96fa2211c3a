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
