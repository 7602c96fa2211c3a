import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo, type ReactNode } from 'react';
import type { EventRow } from '../../backend/index.ts';
import { ClientSwatch } from '../../sessions/index.ts';
import { CutInMiddle } from '../../words/CutInMiddle.tsx';
import { narrowest, pathOf, type ShownColumn } from './columns.ts';
import './events.css';
import { MarkCell } from './MarkCell.tsx';
import { apart, timeOfDay } from './time.ts';
import type { TimeShown } from './use-list-layout.ts';

interface Props {
  event: EventRow;
  clientName: string | undefined;
  columns: readonly ShownColumn[];
  /** The paths of the event's values. */
  paths: readonly string[];
  timeShown: TimeShown;
  /** When the session's first event was. */
  first: number | null;
}

const failed = style({ color: 'negative' });

/** One event's row. */
export const EventCells = memo(function EventCells(props: Props) {
  return props.columns.map((column) => <Cell key={column.id} column={column} {...props} />);
});

function Cell({ column, event, clientName, paths, timeShown, first }: Props & { column: ShownColumn }): ReactNode {
  switch (column.id) {
    case 'marks':
      return <MarkCell marks={event.marks} />;
    case 'time':
      return (
        <span role="gridcell" className="event-time">
          {time(event, timeShown, first)}
        </span>
      );
    case 'client':
      return (
        <span role="gridcell" className="event-client" aria-label={clientName ?? 'no client'}>
          {event.clientColour === null ? null : <ClientSwatch colour={event.clientColour} />}
          {column.width === narrowest ? null : <span className="event-cut">{clientName}</span>}
        </span>
      );
    case 'name':
      return event.error ? (
        <span role="gridcell" className={`event-label event-failed ${failed}`}>
          <AlertTriangle aria-label="Error" styles={iconStyle({ size: 'XS', color: 'negative' })} />
          <span className="event-cut">
            <CutInMiddle text={event.label} />
          </span>
        </span>
      ) : (
        <span role="gridcell" className="event-label">
          <CutInMiddle text={event.label} />
        </span>
      );
    case 'detail':
      return <Quiet text={event.detail} />;
    case 'vendor':
      return <Quiet text={event.vendor} />;
    case 'type':
      return <Quiet text={event.eventType} />;
    case 'source':
      return <Quiet text={event.source} />;
    case 'sincePrevious':
      return <Figure text={event.sincePrevious === null ? '' : apart(event.sincePrevious)} />;
    case 'number':
      return <Figure text={event.eventNumber ? event.eventNumber.toLocaleString() : ''} />;
    default:
      return <Quiet text={event.values[paths.indexOf(pathOf(column.id))] ?? ''} />;
  }
}

function Quiet({ text }: { text: string }) {
  return (
    <span role="gridcell" className="event-quiet">
      <CutInMiddle text={text} />
    </span>
  );
}

function Figure({ text }: { text: string }) {
  return (
    <span role="gridcell" className="event-time">
      {text}
    </span>
  );
}

function time({ timestamp, sincePrevious }: EventRow, shown: TimeShown, first: number | null): string {
  if (shown === 'sinceStart' && first !== null) return apart(timestamp - first);
  if (shown === 'sincePrevious') return sincePrevious === null ? '' : apart(sincePrevious);
  return timeOfDay(timestamp);
}

/** Holds an event's place until it is here. */
export function EventPlaceholder() {
  return (
    <span role="gridcell" aria-label="Loading" className="event-placeholder">
      <span className="list-waiting" />
    </span>
  );
}
