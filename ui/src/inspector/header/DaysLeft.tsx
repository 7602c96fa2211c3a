import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { daysInWords } from '../../sessions/index.ts';

/** How long Adobe keeps the session; its archive stays. */
export function DaysLeft({ days }: { days: number | null }) {
  if (days === null) return null;
  return (
    <span
      title="Adobe deletes a session 30 days after it was created. Its events stay in their archive on this computer."
      className={style({ font: 'ui', color: 'neutral-subdued', whiteSpace: 'nowrap' })}
    >
      {`${daysInWords(days)} left`}
    </span>
  );
}
