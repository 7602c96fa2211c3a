import { lengthOf, type Span } from './span.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
  1,
  2,
  5,
  10,
  20,
  50,
  100,
  200,
  500,
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 3, 7, 14, 30, 91, 365, 3_650].map((count) => count * day),
];
const pixelsOfMark = 110;

interface AxisMark {
  moment: number;
  text: string;
}

const pad = (value: number, digits = 2) => String(value).padStart(digits, '0');
const calendar = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

/** Round times on the strip, so many as there is room for. */
export function axisMarks(span: Span, width: number): AxisMark[] {
  const room = Math.max(1, Math.floor(width / pixelsOfMark));
  const step = steps.find((size) => lengthOf(span) / size <= room);
  if (step === undefined) return [{ moment: span.from, text: written(span.from, day) }];
  // Round in the user's zone, which is not round in UTC everywhere.
  const zone = -new Date(span.from).getTimezoneOffset() * minute;
  const first = Math.ceil((span.from + zone) / step) * step - zone;
  const marks: AxisMark[] = [];
  for (let moment = first; moment <= span.to; moment += step) marks.push({ moment, text: written(moment, step) });
  return marks;
}

function written(moment: number, step: number): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return '';
  if (step >= day) return calendar.format(date);
  const clock = `${pad(date.getHours())}:${pad(date.getMinutes())}`;
  if (step >= minute) return clock;
  const seconds = `${clock}:${pad(date.getSeconds())}`;
  return step >= second ? seconds : `${seconds}.${pad(date.getMilliseconds(), 3)}`;
}
