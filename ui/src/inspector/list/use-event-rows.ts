import { useState } from 'react';
import { backend, type ListRow, type ViewStatus } from '../../backend/index.ts';
import { useRowPages, type RowPages } from '../../virtual-list/index.ts';
import { listName } from './list-name.ts';

interface EventRows {
  pages: RowPages<ListRow>;
  /** When the session's first event was, once that is known. */
  first: number | null;
}

/** The rows of the list near the window. */
export function useEventRows(status: ViewStatus): EventRows {
  const { view, revision, paused, arrangement } = status;
  const [first, setFirst] = useState<number | null>(null);
  // With other paths the rows carry other values, and are other rows.
  const list = `${paused ? 'paused ' : ''}${listName(status)} ${JSON.stringify(arrangement.paths)}`;
  const pages = useRowPages<ListRow>(list, revision, async (offset, limit) => {
    const page = await backend.call('view_rows', { view, offset, limit });
    setFirst(page.first);
    return { revision: page.revision, total: page.length, rows: page.rows };
  });
  return { pages, first };
}
