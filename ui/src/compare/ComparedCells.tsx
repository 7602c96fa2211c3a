import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Change, ComparedRow, EventRow } from '../backend/index.ts';
import { dateAndZone, timeOfDay } from '../inspector/list/time.ts';
import { WaitingCell } from '../virtual-list/index.ts';
import { comparedWords } from './compared-words.ts';

const change = style<{ change: Change }>({
  color: {
    default: 'neutral-subdued',
    change: { added: 'green-1000', removed: 'red-1000', changed: 'blue-1000' },
  },
});
const quiet = style({ color: 'neutral-subdued' });
const figure = style({ textAlign: 'end', color: 'neutral-subdued' });

/** The cells of one row: what became of the event, and the event on either side. */
export function ComparedCells({ row }: { row: ComparedRow | undefined }) {
  if (!row) return <WaitingCell />;
  const { sign, word } = comparedWords[row.change];
  return (
    <>
      <span role="gridcell" className={change({ change: row.change })}>
        {sign === '' ? word : `${sign} ${word}`}
      </span>
      <Side event={row.left} />
      <Side event={row.right} />
      <span role="gridcell" className={figure}>
        {row.differences === 0 ? '' : row.differences.toLocaleString()}
      </span>
    </>
  );
}

function Side({ event }: { event: EventRow | null }) {
  if (!event) return <span role="gridcell" aria-label="Not there" />;
  return (
    <span role="gridcell" title={`${dateAndZone(event.timestamp)}\n${event.label} ${event.detail}`}>
      <span className={quiet}>{timeOfDay(event.timestamp)}</span> <bdi>{event.label}</bdi>{' '}
      <bdi className={quiet}>{event.detail}</bdi>
    </span>
  );
}
