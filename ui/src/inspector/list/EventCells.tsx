import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo } from 'react';
import type { EventRow } from '../../backend/index.ts';
import { ClientSwatch } from '../../sessions/index.ts';
import { CutInMiddle } from '../../words/CutInMiddle.tsx';
import './events.css';
import { dateAndZone, timeOfDay } from './time.ts';

interface Props {
  event: EventRow;
  clientName: string | undefined;
  /** Whether there is room for vendor and type. */
  wide: boolean;
}

const failed = style({ color: 'negative' });

/** One event's row. */
export const EventCells = memo(function EventCells({ event, clientName, wide }: Props) {
  return (
    <>
      <span role="gridcell" className="event-time" title={dateAndZone(event.timestamp)}>
        {timeOfDay(event.timestamp)}
      </span>
      <span role="gridcell" title={clientName} aria-label={clientName ?? 'no client'}>
        {event.clientColour === null ? null : <ClientSwatch colour={event.clientColour} />}
      </span>
      <span role="gridcell" className={`event-label ${event.error ? failed : ''}`} title={event.label}>
        {event.error ? (
          <AlertTriangle aria-label="Error" styles={iconStyle({ size: 'XS', color: 'negative' })} />
        ) : null}
        <CutInMiddle text={event.label} />
      </span>
      <span role="gridcell" className="event-quiet" title={event.detail}>
        <CutInMiddle text={event.detail} />
      </span>
      {wide ? (
        <>
          <span role="gridcell" className="event-quiet" title={event.vendor}>
            <CutInMiddle text={event.vendor} />
          </span>
          <span role="gridcell" className="event-quiet" title={event.eventType}>
            {event.eventType}
          </span>
        </>
      ) : null}
    </>
  );
});

/** Holds an event's place until it is here. */
export function EventPlaceholder() {
  return (
    <span role="gridcell" aria-label="Loading" className="event-placeholder">
      <span className="list-waiting" />
    </span>
  );
}
