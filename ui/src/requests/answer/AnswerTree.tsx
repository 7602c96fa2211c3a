import { Menu, MenuItem } from '@react-spectrum/s2/Menu';
import { useState } from 'react';
import { asProblem, backend, type TreeRow } from '../../backend/index.ts';
import { PointMenu } from '../../inspector/list/PointMenu.tsx';
import { TreeBar, TreeList } from '../../json-tree/index.ts';
import { copyText, ProblemView } from '../../problems/index.ts';
import { useSettled } from '../../sessions/index.ts';
import { useRowPages, type Point } from '../../virtual-list/index.ts';
import { copyAnswer } from './copy-answer.ts';

/** The body of an answer as a tree with search. */
export function AnswerTree({ sent }: { sent: string }) {
  const [search, setSearch] = useState('');
  const settled = useSettled(search, 150);
  const [toggled, setToggled] = useState<string[]>([]);
  const [selected, setSelected] = useState<TreeRow | null>(null);
  const [menu, setMenu] = useState<{ row: TreeRow; at: Point } | null>(null);
  const [hits, setHits] = useState(0);

  const rows = useRowPages<TreeRow>(JSON.stringify([settled, toggled]), 0, async (offset, limit) => {
    const page = await backend.call('answer_tree', { sent, search: settled, toggled, offset, limit });
    setHits(page.hits);
    return { revision: 0, total: page.total, rows: page.rows };
  });

  const toggle = (row: TreeRow) =>
    setToggled((paths) =>
      paths.includes(row.path) ? paths.filter((path) => path !== row.path) : [...paths, row.path],
    );
  const copyPath = (row: TreeRow) => void copyText(row.path, 'Path copied.');
  const copyValue = (row: TreeRow) => void copyAnswer(sent, row.path);

  return (
    <>
      <TreeBar
        thing="answer"
        search={search}
        onSearch={setSearch}
        hits={settled === '' ? null : hits}
        canCopy={selected !== null}
        onCopyPath={() => selected && copyPath(selected)}
        onCopyValue={() => selected && copyValue(selected)}
      />
      {rows.failure ? <ProblemView problem={asProblem(rows.failure)} /> : null}
      <TreeList
        label="Answer as a tree"
        rows={rows}
        selected={selected}
        onSelect={setSelected}
        onToggle={toggle}
        onCopy={copyValue}
        onMenu={(row, at) => setMenu({ row, at })}
      />
      {menu ? (
        <PointMenu at={menu.at} label={`Menu of ${menu.row.key}`} onClose={() => setMenu(null)}>
          <Menu
            aria-label={menu.row.key}
            onAction={(key) => (key === 'path' ? copyPath(menu.row) : copyValue(menu.row))}
          >
            <MenuItem id="path">Copy path</MenuItem>
            <MenuItem id="value">Copy value</MenuItem>
          </Menu>
        </PointMenu>
      ) : null}
    </>
  );
}
