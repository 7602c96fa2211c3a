import type { ViewStatus } from '../../backend/index.ts';
import { nameOf } from '../filter/event-filter.ts';

/** Names what the list shows and in which order: under another name, the same index is another row. */
export function listName({ filter, arrangement }: Pick<ViewStatus, 'filter' | 'arrangement'>): string {
  const { sort, descending, launches } = arrangement;
  return JSON.stringify([nameOf(filter), sort, descending, launches]);
}
