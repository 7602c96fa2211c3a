import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId, type KeyboardEvent, type MouseEvent } from 'react';
import type { TreeRow } from '../backend/index.ts';
import {
  listColours,
  rowAfterKey,
  useActiveRow,
  useDrawnRows,
  useShownRows,
  useRowWindow,
  type Point,
  type RowPages,
} from '../virtual-list/index.ts';
import './json-tree.css';
import { TreeRowContent } from './TreeRowContent.tsx';

interface Props {
  /** What it is the tree of. */
  label: string;
  rows: RowPages<TreeRow>;
  selected: TreeRow | null;
  onSelect: (row: TreeRow) => void;
  onToggle: (row: TreeRow) => void;
  onCopy: (row: TreeRow) => void;
  /** Opens the menu of a row at a point. */
  onMenu: (row: TreeRow, at: Point) => void;
}

const rowHeight = 24;
const indent = 16;

const hitColour = style({ '--tree-hit': { type: 'backgroundColor', value: 'yellow-300' } });

/** The rows of a tree of JSON; one tab stop, moved through like any tree. */
export function TreeList({ label, rows, selected, onSelect, onToggle, onCopy, onMenu }: Props) {
  const window = useRowWindow(rows.total, rowHeight);
  useShownRows(rows, window);
  const id = useId();
  const { indices } = useDrawnRows(window);
  const index = selected ? rows.find((row) => row.path === selected.path) : null;
  const current = index === null ? undefined : rows.row(index);
  const attach = useActiveRow(index !== null && window.draws(index) ? `${id}-${index}` : undefined, window.attach);

  function goTo(to: number) {
    const row = rows.row(to);
    if (!row) return;
    onSelect(row);
    window.reveal(to);
  }

  function goToParent(from: number, depth: number) {
    for (let above = from - 1; above >= 0; above -= 1) {
      const row = rows.row(above);
      if (!row) return;
      if (row.depth < depth) {
        goTo(above);
        return;
      }
    }
  }

  function rowAt({ target }: MouseEvent): TreeRow | undefined {
    const item = target instanceof Element ? target.closest<HTMLElement>('[role=treeitem]') : null;
    return item ? rows.row(Number(item.dataset.index)) : undefined;
  }

  function toggle(row: TreeRow | undefined) {
    if (row && row.children > 0) onToggle(row);
  }

  function onMouseDown(event: MouseEvent) {
    const row = rowAt(event);
    if (!row || event.button !== 0) return;
    onSelect(row);
    if (!(event.target instanceof Element)) return;
    if (event.target.closest('.tree-chevron')) toggle(row);
    const more = event.target.closest('.tree-more')?.getBoundingClientRect();
    if (more) onMenu(row, { x: more.left, y: more.bottom });
  }

  function onContextMenu(event: MouseEvent) {
    const row = rowAt(event);
    if (!row) return;
    event.preventDefault();
    onSelect(row);
    onMenu(row, { x: event.clientX, y: event.clientY });
  }

  function openMenuOfCurrent() {
    const at = document.getElementById(`${id}-${index}`)?.getBoundingClientRect();
    if (current && at) onMenu(current, { x: at.left + 48, y: at.bottom });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (current && (event.ctrlKey || event.metaKey) && event.key === 'c') onCopy(current);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenuOfCurrent();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (current && index !== null && event.key === 'ArrowRight') {
      if (!current.expanded && current.children > 0) onToggle(current);
      else if (current.expanded) goTo(index + 1);
    } else if (current && index !== null && event.key === 'ArrowLeft') {
      if (current.expanded) onToggle(current);
      else goToParent(index, current.depth);
    } else if (current && event.key === 'Enter') toggle(current);
    else {
      const to = rowAfterKey({ key: event.key, total: rows.total, index, rowsPerScreen: window.rowsPerScreen() });
      if (to === null) return;
      goTo(to);
    }
    event.preventDefault();
  }

  return (
    <div
      role="tree"
      aria-label={label}
      tabIndex={0}
      ref={attach}
      onScroll={window.onScroll}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onContextMenu={onContextMenu}
      onDoubleClick={(event) => toggle(rowAt(event))}
      className={`list tree ${listColours} ${hitColour}`}
    >
      <div role="presentation" className="list-rows" style={{ height: window.heightOf(rows.total) }}>
        {indices.map((at) => {
          const row = rows.row(at);
          return (
            <div
              key={window.slot(at)}
              id={`${id}-${at}`}
              role="treeitem"
              data-index={at}
              aria-level={(row?.depth ?? 0) + 1}
              aria-selected={at === index}
              aria-expanded={row && row.children > 0 ? row.expanded : undefined}
              aria-label={row ? undefined : 'Loading'}
              className="list-row"
              style={{ top: window.top(at), height: rowHeight, paddingInlineStart: 8 + (row?.depth ?? 0) * indent }}
            >
              {row ? <TreeRowContent row={row} /> : <span className="list-waiting" style={{ width: '40%' }} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
