import { useState } from 'react';
import { useRemembered } from '../../app/remembered.ts';
import { asProblem, backend, type EventRef, type TreeRow } from '../../backend/index.ts';
import { TreeBar, TreeList } from '../../json-tree/index.ts';
import { copyText, ProblemView } from '../../problems/index.ts';
import { useSettled } from '../../sessions/index.ts';
import { useRowPages, type Point } from '../../virtual-list/index.ts';
import { PointMenu } from '../list/PointMenu.tsx';
import { copyEvent } from './copy-event.ts';
import { TreeMenu } from './TreeMenu.tsx';
import { useValueActions } from './use-value-actions.ts';
import { ValueMenu } from './ValueMenu.tsx';

/** More than any payload has. */
const allLevels = 1_000_000;

/** The payload as a tree with search. Rust holds the tree; here are the rows that are seen. */
export function TreeView({ event }: { event: EventRef }) {
  const [search, setSearch] = useState('');
  const settled = useSettled(search, 150);
  const [toggled, setToggled] = useState<string[]>([]);
  const [selected, setSelected] = useState<TreeRow | null>(null);
  const [openLevels, setOpenLevels] = useState<number | null>(null);
  const [byKey, setByKey] = useRemembered('details.tree.byKey');
  const sorted = byKey === 'yes';
  const [menu, setMenu] = useState<{ row: TreeRow; at: Point } | null>(null);
  const act = useValueActions(event);
  const [hits, setHits] = useState(0);

  const request = { ...event, search: settled, toggled, openLevels, sortByKey: sorted };
  const rows = useRowPages<TreeRow>(
    JSON.stringify([settled, toggled, openLevels, sorted]),
    0,
    async (offset, limit) => {
      const page = await backend.call('event_tree', { ...request, offset, limit });
      setHits(page.hits);
      return { revision: 0, total: page.total, rows: page.rows };
    },
  );

  function openAll(levels: number) {
    setToggled([]);
    setOpenLevels(levels);
  }

  const toggle = (row: TreeRow) =>
    setToggled((paths) =>
      paths.includes(row.path) ? paths.filter((path) => path !== row.path) : [...paths, row.path],
    );

  return (
    <>
      <TreeBar
        thing="payload"
        search={search}
        onSearch={setSearch}
        hits={settled === '' ? null : hits}
        canCopy={selected !== null}
        onCopyPath={() => selected && void copyText(selected.path, 'Path copied.')}
        onCopyValue={() => selected && void copyEvent(event, selected.path)}
      >
        <TreeMenu
          onExpandAll={() => openAll(allLevels)}
          onCollapseAll={() => openAll(1)}
          sorted={sorted}
          onSort={(sort) => setByKey(sort ? 'yes' : 'no')}
        />
      </TreeBar>
      {rows.failure ? <ProblemView problem={asProblem(rows.failure)} /> : null}
      <TreeList
        label="Payload"
        rows={rows}
        selected={selected}
        onSelect={setSelected}
        onToggle={toggle}
        onCopy={(row) => void copyEvent(event, row.path)}
        onMenu={(row, at) => setMenu({ row, at })}
      />
      {menu ? (
        <PointMenu at={menu.at} label={`Menu of ${menu.row.key}`} onClose={() => setMenu(null)}>
          <ValueMenu label={menu.row.key} value={menu.row.preview} onAction={(action) => act(action, menu.row.path)} />
        </PointMenu>
      ) : null}
    </>
  );
}
