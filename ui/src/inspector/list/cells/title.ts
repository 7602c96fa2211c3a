import type { ListRow } from '../../../backend/index.ts';
import { pathOf } from '../columns.ts';
import { dateAndZone } from '../time.ts';
import type { CellsLook } from './event-row.ts';

/** What the pointer is told over a cell, by its place in the row: null is nothing, undefined what the cell says itself. */
export function titleOf(row: ListRow | undefined, cell: number, look: CellsLook): string | null | undefined {
  if (row?.is === 'launch') return dateAndZone(row.timestamp);
  const column = look.columns[cell];
  if (!row || !column) return undefined;
  switch (column) {
    case 'time':
      return dateAndZone(row.timestamp);
    case 'client':
      return look.clients.get(row.clientId ?? '') ?? null;
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
      return column.startsWith('path:') ? (row.values[look.paths.indexOf(pathOf(column))] ?? null) : undefined;
  }
}
