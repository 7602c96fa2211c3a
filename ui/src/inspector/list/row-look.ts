import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { EventMarks } from '../../backend/index.ts';

/** The colours of highlighted rows, for `events.css`. */
export const highlightColours = style({
  '--event-lit-yellow': { type: 'backgroundColor', value: 'yellow-200' },
  '--event-lit-green': { type: 'backgroundColor', value: 'green-200' },
  '--event-lit-blue': { type: 'backgroundColor', value: 'cyan-200' },
  '--event-lit-purple': { type: 'backgroundColor', value: 'purple-200' },
  '--event-lit-red': { type: 'backgroundColor', value: 'red-200' },
});

/** How a row shows its marks, or that it is not here yet. */
export function rowLook(marks: EventMarks | undefined): string {
  if (!marks) return 'event-waiting';
  const { highlight, hidden } = marks;
  const lit = highlight === null ? '' : `event-lit event-${highlight}`;
  return hidden === null ? lit : `${lit} event-is-hidden`;
}
