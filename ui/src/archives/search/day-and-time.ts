const format = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** A moment in the user's zone: archives may be of any day. */
export function dayAndTime(moment: number): string {
  return format.format(moment);
}
