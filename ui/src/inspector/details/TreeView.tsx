import { useState } from 'react';
import { asProblem, backend, type EventRef, type TreeRow } from '../../backend/index.ts';
import { copyText, ProblemView } from '../../problems/index.ts';
import { useSettled } from '../../sessions/index.ts';
import { useRowPages } from '../../virtual-list/index.ts';
import { copyEvent } from './copy-event.ts';
import { TreeBar } from './TreeBar.tsx';
import { TreeList } from './TreeList.tsx';

/** The payload as a tree with search. Rust holds the tree; here are the rows that are seen. */
export function TreeView({ event }: { event: EventRef }) {
  const [search, setSearch] = useState('');
  const settled = useSettled(search, 150);
  const [toggled, setToggled] = useState<string[]>([]);
  const [selected, setSelected] = useState<TreeRow | null>(null);
  const [hits, setHits] = useState(0);

  const request = { ...event, search: settled, toggled };
  const rows = useRowPages<TreeRow>(JSON.stringify([settled, toggled]), 0, async (offset, limit) => {
    const page = await backend.call('event_tree', { ...request, offset, limit });
    setHits(page.hits);
    return { revision: 0, total: page.total, rows: page.rows };
  });

  const toggle = (row: TreeRow) =>
    setToggled((paths) =>
      paths.includes(row.path) ? paths.filter((path) => path !== row.path) : [...paths, row.path],
    );

  return (
    <>
      <TreeBar
        search={search}
        onSearch={setSearch}
        hits={settled === '' ? null : hits}
        canCopy={selected !== null}
        onCopyPath={() => selected && void copyText(selected.path, 'Path copied.')}
        onCopyValue={() => selected && void copyEvent(event, selected.path)}
      />
      {rows.failure ? <ProblemView problem={asProblem(rows.failure)} /> : null}
      <TreeList
        rows={rows}
        selected={selected}
        onSelect={setSelected}
        onToggle={toggle}
        onCopy={(row) => void copyEvent(event, row.path)}
      />
    </>
  );
}
