const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const amount = (unit: 'minute' | 'hour' | 'day', count: number) =>
  new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(count);

/** How long from one moment to a later one, in its largest unit: "23 hours". */
export function span(milliseconds: number): string {
  const length = Math.max(0, milliseconds);
  if (length < MINUTE) return 'less than a minute';
  if (length < HOUR) return amount('minute', Math.floor(length / MINUTE));
  if (length < 2 * DAY) return amount('hour', Math.floor(length / HOUR));
  return amount('day', Math.floor(length / DAY));
}

/** What is left until a moment: "23 hours left", or "expired". */
export function left(until: number, now: number): string {
  return until <= now ? 'expired' : `${span(until - now)} left`;
}

/** How long ago a moment was: "2 minutes ago", "just now". */
export function ago(moment: number, now: number): string {
  return now - moment < MINUTE ? 'just now' : `${span(now - moment)} ago`;
}

/** A day as the user's system writes it. */
export function day(moment: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(moment);
}

/** A moment with its zone, for a tooltip. */
export function exactly(moment: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' }).format(moment);
}
