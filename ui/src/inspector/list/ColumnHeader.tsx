import SortDown from '@react-spectrum/s2/icons/SortDown';
import SortUp from '@react-spectrum/s2/icons/SortUp';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { KeyboardEvent, RefCallback } from 'react';
import type { Arrangement } from '../../backend/index.ts';
import { focusOutline } from '../../theme/focus-outline.ts';
import type { Point } from '../../virtual-list/index.ts';
import { columnOf, narrowest, type ShownColumn } from './columns.ts';
import { useColumnDrag, type Drop } from './use-column-drag.ts';
import type { ListLayout } from './use-list-layout.ts';

const button = style({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  padding: 0,
  minWidth: 0,
  width: 'full',
  height: 'full',
  borderStyle: 'none',
  borderRadius: 'sm',
  backgroundColor: 'transparent',
  font: 'ui',
  fontWeight: 'medium',
  color: { default: 'neutral-subdued', ':hover': 'neutral' },
  overflow: 'hidden',
});

const step = 16;

interface Props {
  column: ShownColumn;
  index: number;
  layout: ListLayout;
  arrangement: Arrangement;
  /** The one header that Tab reaches. */
  isReached: boolean;
  drop: Drop | null;
  onDrop: (drop: Drop | null) => void;
  onReach: () => void;
  onArrange: (arrangement: Arrangement) => void;
  onMenu: (at: Point) => void;
  measure: RefCallback<HTMLElement>;
}

/** A column's header: sorts when pressed, moves when dragged, has an edge to resize it and a menu for all of that. */
export function ColumnHeader(props: Props) {
  const { column, index, layout, arrangement, isReached, measure } = props;
  const { label, sort } = columnOf(column.id);
  const isSorted = sort !== undefined && arrangement.sort === sort;
  const direction = arrangement.descending ? 'descending' : 'ascending';
  const Arrow = arrangement.descending ? SortDown : SortUp;
  const isBare = column.id === 'marks' || (column.id === 'client' && column.width === narrowest);
  const drag = useColumnDrag(column, layout, props.onDrop);

  function press() {
    if (sort === undefined || drag.hasMoved()) return;
    props.onArrange({ ...arrangement, sort, descending: isSorted ? !arrangement.descending : false });
  }

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>) {
    const { key, altKey, shiftKey, currentTarget } = event;
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const cell = currentTarget.parentElement;
    if (by !== 0 && altKey) layout.move(column.id, by > 0 ? index + 2 : index - 1);
    else if (by !== 0 && shiftKey) layout.resize(column.id, (cell?.clientWidth ?? 0) + by * step);
    else if (by !== 0) beside(currentTarget, by)?.focus();
    else if (key === 'ArrowDown' || key === 'ContextMenu' || (key === 'F10' && shiftKey))
      props.onMenu(below(currentTarget));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const drop = props.drop?.to === index ? 'event-head-drop' : '';
  const dropAtEnd =
    props.drop?.to === index + 1 && index === layout.columns.length - 1 ? 'event-head-drop event-head-drop-end' : '';
  return (
    <span
      ref={measure}
      role="columnheader"
      data-column={column.id}
      className={`event-head ${drop} ${dropAtEnd}`}
      aria-sort={isSorted ? direction : sort === undefined ? undefined : 'none'}
    >
      <button
        type="button"
        tabIndex={isReached ? 0 : -1}
        aria-label={isBare ? label : undefined}
        title={column.id.startsWith('path:') ? column.id.slice(5) : label}
        className={`${button} ${focusOutline}`}
        onFocus={props.onReach}
        onClick={press}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          event.preventDefault();
          props.onMenu({ x: event.clientX, y: event.clientY });
        }}
        {...drag.ofHeader}
      >
        {isBare ? null : <span className="event-cut">{label}</span>}
        {isSorted ? <Arrow styles={iconStyle({ size: 'XS' })} /> : null}
      </button>
      <span
        aria-hidden
        className="event-head-edge"
        {...drag.ofEdge}
        onDoubleClick={() => layout.resize(column.id, null)}
      />
    </span>
  );
}

function beside(header: HTMLElement, by: number): HTMLElement | null {
  const headers = [...(header.closest('[role=row]')?.querySelectorAll<HTMLElement>('[data-column] > button') ?? [])];
  return headers[headers.indexOf(header) + by] ?? null;
}

function below(header: HTMLElement): Point {
  const { left, bottom } = header.getBoundingClientRect();
  return { x: left, y: bottom };
}
