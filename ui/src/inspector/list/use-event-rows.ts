import { useState } from 'react';
import { backend, type ListRow, type ViewStatus } from '../../backend/index.ts';
import { useUndrawnPages, type RowPages } from '../../virtual-list/index.ts';
import { listName } from './list-name.ts';

interface EventRows {
  pages: RowPages<ListRow>;
  /** The list that the rows are of: after a change of the filter, the one of before until the new rows are here. */
  listed: string;
  /** When the session's first event was, once that is known. */
  first: number | null;
}

/** The rows of the list near the window. */
export function useEventRows(status: ViewStatus): EventRows {
  const { view, revision, paused, arrangement } = status;
  const [first, setFirst] = useState<number | null>(null);
  const list = listName(status);
  // With other paths the rows carry other values, and are other rows.
  const name = `${paused ? 'paused ' : ''}${list} ${JSON.stringify(arrangement.paths)}`;
  const pages = useUndrawnPages<ListRow>(name, revision, async (offset, limit) => {
    const page = await backend.call('view_rows', { view, offset, limit });
    setFirst(page.first);
    return { revision: page.revision, total: page.length, rows: page.rows };
  });
  const [before, setBefore] = useState(list);
  const listed = pages.listed === name ? list : before;
  if (listed !== before) setBefore(listed);
  return { pages, listed, first };
}
