import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId, useSyncExternalStore, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { GridRows, type RenderedRows, type RowLooks } from './GridRows.tsx';
import { HandDrawnRows } from './HandDrawnRows.tsx';
import './list.css';
import { rowAfterKey } from './list-keys.ts';
import { indexAt, rowId } from './row-name.ts';
import type { RowsShown } from './rows-by-hand.ts';
import { selectingBy, type Selecting } from './selecting.ts';
import { useActiveRow } from './use-active-row.ts';
import type { Tail } from './use-tail.ts';

/** Colours of lists, in light and dark, for `list.css`. */
export const listColours = style({
  fontFamily: 'sans',
  fontSize: 'ui',
  lineHeight: 'ui',
  color: 'neutral',
  '--list-background': { type: 'backgroundColor', value: 'layer-2' },
  '--list-hover': { type: 'backgroundColor', value: 'gray-100' },
  '--list-selected': { type: 'backgroundColor', value: 'blue-200' },
  '--list-line': { type: 'borderColor', value: 'gray-200' },
  '--list-faint-line': { type: 'borderColor', value: 'gray-100' },
  '--list-quiet': { type: 'color', value: 'neutral-subdued' },
  '--list-focus': { type: 'outlineColor', value: 'focus-ring' },
});

/** Where a menu is asked for, in the window. */
export interface Point {
  x: number;
  y: number;
}

interface Common extends RowLooks {
  label: string;
  total: number;
  /** `grid-template-columns` of the header and of each row. */
  columns: string;
  /** What the columns need at least; a narrower list scrolls sideways. */
  leastWidth?: number;
  /** Pixels at the end that cells of the class `list-stays` take; what is scrolled to stops before them. */
  staying?: number;
  header: ReactNode;
  headerHeight: number;
  lines?: boolean;
  tail?: Tail;
  /** What the pointer is told over a cell, by its place in the row. */
  titleOf?: (index: number, cell: number) => string | null | undefined;
  onSelect: (index: number, by: 'pointer' | 'key', how: Selecting) => void;
  onOpen?: (index: number) => void;
  onBack?: () => void;
  /** Sees every key first; true ends its way. */
  onKey?: (event: KeyboardEvent<HTMLDivElement>) => boolean;
  onDoubleClick?: (index: number, event: MouseEvent) => void;
  onMenu?: (index: number, at: Point) => void;
}

/** Cells are components, or drawn by hand where a list must be quick. */
type Props<Shown> = Common & (Pick<RenderedRows, 'renderCells'> | Pick<RowsShown<Shown>, 'pages' | 'drawCells'>);

/** A table of any length: one tab stop, moved through by keyboard, drawn only where it is seen. */
export function VirtualGrid<Shown>(props: Props<Shown>) {
  const { window, total, selectedIndex, isSelected } = props;
  const id = useId();
  const drawn = useSyncExternalStore(window.subscribe, () =>
    selectedIndex !== null && window.draws(selectedIndex) ? rowId(id, selectedIndex) : undefined,
  );
  const attach = useActiveRow(drawn, window.attach);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget) return;
    if (props.onKey?.(event)) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rowsPerScreen = window.rowsPerScreen();
    const next = rowAfterKey({ key: event.key, total, index: selectedIndex, rowsPerScreen });
    if (next !== null) {
      props.onSelect(next, 'key', selectingBy(event));
      window.reveal(next);
    } else if (isMenuKey(event)) menuOfSelected();
    else if (event.key === 'Enter' && selectedIndex !== null) props.onOpen?.(selectedIndex);
    else if (event.key === 'Escape' && props.onBack) props.onBack();
    else return;
    event.preventDefault();
  }

  function menuOfSelected() {
    const row = drawn ? document.getElementById(drawn)?.getBoundingClientRect() : undefined;
    if (selectedIndex !== null && row) props.onMenu?.(selectedIndex, { x: row.left + 48, y: row.bottom });
  }

  function onPointed({ target }: MouseEvent) {
    const cell = target instanceof Element ? target.closest<HTMLElement>('.list-row > *') : null;
    const index = indexAt(target);
    if (!cell?.parentElement || index === null) return;
    const title = props.titleOf?.(index, [...cell.parentElement.children].indexOf(cell));
    if (title !== undefined) cell.title = title ?? '';
  }

  function onMouseDown(event: MouseEvent) {
    const index = indexAt(event.target);
    if (event.button === 0 && index !== null) props.onSelect(index, 'pointer', selectingBy(event));
  }

  function onContextMenu(event: MouseEvent) {
    const index = indexAt(event.target);
    if (!props.onMenu || index === null) return;
    event.preventDefault();
    props.onMenu(index, { x: event.clientX, y: event.clientY });
  }

  return (
    <div
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-multiselectable={isSelected ? true : undefined}
      tabIndex={0}
      ref={attach}
      onScroll={(event) => {
        window.onScroll();
        props.tail?.onScroll(event.currentTarget.scrollTop);
      }}
      onWheel={(event) => props.tail?.onWheel(event.deltaY)}
      onKeyDown={onKeyDown}
      onPointerOver={onPointed}
      onMouseDown={onMouseDown}
      onDoubleClick={(event) => {
        const index = indexAt(event.target);
        if (index !== null) props.onDoubleClick?.(index, event);
      }}
      onContextMenu={onContextMenu}
      className={`list ${props.lines ? 'list-lines' : ''} ${listColours}`}
      style={
        {
          '--list-columns': props.columns,
          '--list-width': `${props.leastWidth ?? 0}px`,
          '--list-staying': `${props.staying ?? 0}px`,
        } as object
      }
    >
      <div role="rowgroup" className="list-top">
        <div role="row" aria-rowindex={1} className="list-head" style={{ height: props.headerHeight }}>
          {props.header}
        </div>
      </div>
      {'drawCells' in props ? (
        <HandDrawnRows {...props} id={id} height={window.heightOf(total)} />
      ) : (
        <GridRows {...props} id={id} height={window.heightOf(total)} />
      )}
    </div>
  );
}

function isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}
