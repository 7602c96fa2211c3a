import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { iconStyle } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { KeyboardEvent } from 'react';
import type { RelatedRow } from '../../backend/index.ts';
import { useInspector } from '../inspector-context.ts';
import { apart, dateAndZone } from '../list/time.ts';

const indent = 16;

/** One event that belongs to another: when it was after that one, and what it is. */
export function RelatedEvent({ related, isCurrent }: { related: RelatedRow; isCurrent: boolean }) {
  const { showEvent } = useInspector();
  const { row, depth, afterMs } = related;
  return (
    <button
      type="button"
      className="related-row"
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => showEvent(row.uuid)}
      onKeyDown={moveAmongEvents}
    >
      <span className="related-time" title={dateAndZone(row.timestamp)}>
        {isCurrent ? 'this event' : apart(afterMs)}
      </span>
      <span
        className="related-words"
        style={{ paddingInlineStart: depth * indent }}
        title={`${row.label} ${row.detail}`}
      >
        {row.error ? <AlertTriangle aria-label="Error" styles={iconStyle({ size: 'XS', color: 'negative' })} /> : null}{' '}
        <bdi>{row.label}</bdi> <bdi className="related-detail">{row.detail}</bdi>
      </span>
    </button>
  );
}

/** The arrow keys go from event to event. */
function moveAmongEvents(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const all = [...(event.currentTarget.closest('[role=group]')?.querySelectorAll<HTMLElement>('.related-row') ?? [])];
  const at = all.findIndex((row) => row === event.currentTarget);
  all[at + step]?.focus();
  event.preventDefault();
}
