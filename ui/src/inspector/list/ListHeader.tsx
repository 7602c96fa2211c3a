import { memo, useState, type RefCallback } from 'react';
import { useInspector } from '../inspector-context.ts';
import type { Point } from '../../virtual-list/index.ts';
import { ColumnHeader } from './ColumnHeader.tsx';
import type { ColumnId } from './columns.ts';
import type { Drop } from './use-column-drag.ts';
import type { ListLayout } from './use-list-layout.ts';

interface Props {
  layout: ListLayout;
  onMenu: (column: ColumnId, at: Point) => void;
  /** Measures each column. */
  measure: RefCallback<HTMLElement>;
}

/** The columns' headers. Tab reaches one of them, the arrow keys the others. */
export const ListHeader = memo(function ListHeader({ layout, onMenu, measure }: Props) {
  const { arrangement, arrange } = useInspector();
  const [reached, reach] = useState<ColumnId>('time');
  const [drop, setDrop] = useState<Drop | null>(null);
  const { columns } = layout;
  const isThere = columns.some(({ id }) => id === reached);
  return columns.map((column, index) => (
    <ColumnHeader
      key={column.id}
      column={column}
      index={index}
      layout={layout}
      arrangement={arrangement}
      isReached={isThere ? column.id === reached : index === 0}
      drop={drop}
      onDrop={setDrop}
      onReach={() => reach(column.id)}
      onArrange={arrange}
      onMenu={(at) => onMenu(column.id, at)}
      measure={measure}
    />
  ));
});
