import type { KeyboardEvent } from 'react';
import type { EventLink } from '../../backend/index.ts';
import { useInspector } from '../inspector-context.ts';
import { eventsOf } from './events-of.ts';
import { toned, toneInWords } from './tone.ts';

/** Events in a row, each of which opens in the details. */
export function DrawnEvents({ events, more }: { events: EventLink[]; more: number }) {
  const { shown, showEvent } = useInspector();
  return (
    <span className="analysis-events">
      {events.map(({ event, label, tone }) => (
        <button
          key={event}
          type="button"
          tabIndex={-1}
          aria-current={event === shown?.uuid || undefined}
          className="analysis-event"
          title={[label, toneInWords[tone].word].filter(Boolean).join(': ')}
          onMouseDown={(press) => press.stopPropagation()}
          onClick={() => showEvent(event)}
          onKeyDown={onKey}
        >
          {tone === 'plain' ? null : (
            <span aria-label={toneInWords[tone].word} className={toned({ tone })}>
              {toneInWords[tone].sign}{' '}
            </span>
          )}
          {label}
        </button>
      ))}
      {more > 0 ? <span>{`+${more.toLocaleString()}`}</span> : null}
    </span>
  );
}

/** The arrow keys go from event to event of the row; every other key but those that press goes back to the rows. */
function onKey(event: KeyboardEvent<HTMLElement>) {
  const { key, currentTarget } = event;
  if (key === 'Enter' || key === ' ') {
    event.stopPropagation();
    return;
  }
  const events = eventsOf(currentTarget);
  const at = events.indexOf(currentTarget);
  const rows = currentTarget.closest<HTMLElement>('[role=grid]');
  if (key === 'ArrowRight') events[at + 1]?.focus();
  else if (key === 'ArrowLeft') (events[at - 1] ?? rows)?.focus();
  else if (key === 'ArrowUp' || key === 'ArrowDown' || key === 'Escape') rows?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
