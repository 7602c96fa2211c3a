import type { EventLink } from '../../backend/index.ts';
import { useInspector } from '../inspector-context.ts';
import { toned, toneInWords } from './tone.ts';

/** Events in a row, each of which opens in the details. */
export function DrawnEvents({ events, more }: { events: EventLink[]; more: number }) {
  const { showEvent } = useInspector();
  return (
    <span className="analysis-events">
      {events.map(({ event, label, tone }) => (
        <button
          key={event}
          type="button"
          tabIndex={-1}
          className="analysis-event"
          title={[label, toneInWords[tone].word].filter(Boolean).join(': ')}
          onMouseDown={(press) => press.stopPropagation()}
          onClick={() => showEvent(event)}
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
