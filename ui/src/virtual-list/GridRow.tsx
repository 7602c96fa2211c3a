import { memo, type ReactNode } from 'react';

interface Props {
  id: string;
  index: number;
  /** In pixels, as the height. */
  top: number;
  height: number;
  /** Undefined for a row that cannot be selected. */
  isSelected: boolean | undefined;
  /** Whether keys move from here. */
  isCurrent: boolean;
  look: string | undefined;
  cells: ReactNode;
}

/** The header is the first row for whoever counts them, and counting begins at 1. */
const rowsBefore = 2;

/** A row of a list. With each screen that is scrolled sixty of them are looked at, and only those that changed are drawn. */
export const GridRow = memo(function GridRow(props: Props) {
  const { id, index, top, height, isSelected, isCurrent, look, cells } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + rowsBefore}
      aria-selected={isSelected}
      data-current={isCurrent || undefined}
      className={look ? `list-row ${look}` : 'list-row'}
      style={{ top, height }}
    >
      {cells}
    </div>
  );
});

/** The index of the row that an element is in. */
export function indexAt(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest('.list-row') : null;
  return row ? Number(row.getAttribute('aria-rowindex')) - rowsBefore : null;
}
