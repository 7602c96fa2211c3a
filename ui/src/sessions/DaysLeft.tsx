import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { SessionRow } from '../backend/index.ts';
import { daysInWords, endInWords, endsSoon } from './when.ts';

const soon = style({ color: 'notice-1000', fontWeight: 'medium' });

/** How long Adobe keeps a session, and what is left of it then. */
export function DaysLeft({ session: { daysLeft, archived } }: { session: SessionRow }) {
  return (
    <span title={endInWords(daysLeft, archived)} className={endsSoon(daysLeft) ? soon : undefined}>
      {daysInWords(daysLeft)}
    </span>
  );
}
