import type { ReactNode } from 'react';
import type { ListRow, ClientRow } from '../../backend/index.ts';
import { pathOf, type ShownColumn } from './columns.ts';
import { EventCells, EventPlaceholder } from './EventCells.tsx';
import { LaunchCells } from './LaunchCells.tsx';
import { dateAndZone } from './time.ts';
import type { TimeShown } from './use-list-layout.ts';

/** What a row's cells depend on beside the row. */
interface Look {
  clients: readonly ClientRow[];
  columns: readonly ShownColumn[];
  /** The paths of the event's values. */
  paths: readonly string[];
  timeShown: TimeShown;
  /** When the session's first event was. */
  first: number | null;
}

interface RowCells {
  /** The same element each time for the same row. */
  of: (row: ListRow | undefined) => ReactNode;
  /** What the pointer is told over a cell, by its place in the row: null is nothing, undefined what the cell says itself. */
  title: (row: ListRow | undefined, cell: number) => string | null | undefined;
}

const placeholder = <EventPlaceholder />;

/** The cells of rows that look like this. */
export function rowCells({ clients, columns, paths, timeShown, first }: Look): RowCells {
  const drawn = new WeakMap<ListRow, ReactNode>();
  const nameOf = (clientId: string | null) => clients.find((client) => client.id === clientId)?.name;

  function draw(row: ListRow): ReactNode {
    if (row.is === 'launch') return <LaunchCells launch={row} />;
    const clientName = nameOf(row.clientId);
    return <EventCells {...{ event: row, clientName, columns, paths, timeShown, first }} />;
  }

  return {
    of(row) {
      if (!row) return placeholder;
      const cells = drawn.get(row) ?? draw(row);
      drawn.set(row, cells);
      return cells;
    },
    title(row, cell) {
      if (row?.is === 'launch') return dateAndZone(row.timestamp);
      const column = columns[cell];
      if (!row || !column) return undefined;
      switch (column.id) {
        case 'time':
          return dateAndZone(row.timestamp);
        case 'client':
          return nameOf(row.clientId) ?? null;
        case 'name':
          return row.label;
        case 'detail':
          return row.detail;
        case 'vendor':
          return row.vendor;
        case 'type':
          return row.eventType;
        case 'source':
          return row.source;
        default:
          return column.id.startsWith('path:') ? (row.values[paths.indexOf(pathOf(column.id))] ?? null) : undefined;
      }
    },
  };
}
