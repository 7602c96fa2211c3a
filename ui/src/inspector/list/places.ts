import { backend, type ListRow } from '../../backend/index.ts';
import type { RowPages } from '../../virtual-list/index.ts';
import type { Selected } from './EventList.tsx';

/** Where the list draws an event: null when it is not among the rows that are here, or no longer where it was. */
export function drawnPlace(pages: RowPages<ListRow>, { uuid, index }: Selected): number | null {
  // Where it was told to be, before the rows are here; a row that is here tells itself what it is.
  if (index !== null && pages.row(index) === undefined) return index;
  return pages.lastSeen(isEvent(uuid));
}

/** Where the list shows an event now, also where none of its rows are here; null when the filter leaves it out. */
export async function presentPlace(view: string, pages: RowPages<ListRow>, uuid: string): Promise<number | null> {
  return pages.find(isEvent(uuid)) ?? (await backend.call('event_details', { view, event: uuid })).index;
}

function isEvent(uuid: string): (row: ListRow) => boolean {
  return (row) => row.is === 'event' && row.uuid === uuid;
}
