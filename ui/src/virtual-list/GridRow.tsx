import { memo, useLayoutEffect, useRef, type ReactNode } from 'react';
import { rowNumber } from './row-name.ts';
import { wordsOfRow } from './spoken-row.ts';

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

/** A row of a list. With each screen that is scrolled sixty of them are looked at, and only those that changed are drawn. */
export const GridRow = memo(function GridRow(props: Props) {
  const { id, index, top, height, isSelected, isCurrent, look, cells } = props;
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (element.current) element.current.ariaLabel = wordsOfRow(element.current);
  });
  return (
    <div
      ref={element}
      id={id}
      role="row"
      aria-rowindex={rowNumber(index)}
      aria-selected={isSelected}
      data-current={isCurrent || undefined}
      className={look ? `list-row ${look}` : 'list-row'}
      style={{ top, height }}
    >
      {cells}
    </div>
  );
});
