import type { ReactNode } from 'react';
import { GridRow } from './GridRow.tsx';
import { rowId } from './row-name.ts';
import type { RowWindow } from './row-window.ts';
import { useDrawnRows } from './use-row-window.ts';

/** How rows look, whatever is in them. */
export interface RowLooks {
  window: RowWindow;
  rowHeight: number;
  /** The row that keys move from. */
  selectedIndex: number | null;
  /** Where several rows can be selected: whether one is; undefined for rows that cannot be. */
  isSelected?: (index: number) => boolean | undefined;
  rowClass?: (index: number) => string | undefined;
}

/** What rows are drawn from. */
export interface RenderedRows extends RowLooks {
  /** The cells of a row, each with a role; a placeholder while the row is not here yet. */
  renderCells: (index: number) => ReactNode;
}

/** The rows of a table that are seen, and those beside them. Only they are drawn again while somebody scrolls. */
export function GridRows(props: RenderedRows & { id: string; height: number }) {
  const { id, height, window, rowHeight, selectedIndex, isSelected, rowClass, renderCells } = props;
  const { indices } = useDrawnRows(window);
  return (
    <div role="rowgroup" className="list-rows" style={{ height }}>
      {indices.map((index) => (
        <GridRow
          key={window.slot(index)}
          id={rowId(id, index)}
          index={index}
          top={window.top(index)}
          height={rowHeight}
          isSelected={isSelected ? isSelected(index) : index === selectedIndex}
          isCurrent={index === selectedIndex}
          look={rowClass?.(index)}
          cells={renderCells(index)}
        />
      ))}
    </div>
  );
}
