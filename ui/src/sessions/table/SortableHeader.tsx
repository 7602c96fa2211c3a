import SortDown from '@react-spectrum/s2/icons/SortDown';
import SortUp from '@react-spectrum/s2/icons/SortUp';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { SessionSort } from '../../backend/index.ts';
import { focusOutline } from '../../theme/focus-outline.ts';
import type { Sorting } from './SessionsTable.tsx';

const button = style({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  padding: 0,
  borderStyle: 'none',
  borderRadius: 'sm',
  backgroundColor: 'transparent',
  font: 'ui',
  fontWeight: 'medium',
  color: { default: 'neutral-subdued', ':hover': 'neutral' },
});

interface Props {
  column: SessionSort;
  label: string;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
}

/** A column's header that sorts by it; pressed again, the other way round. */
export function SortableHeader({ column, label, sorting, onSort }: Props) {
  const isSorted = sorting.sort === column;
  const direction = sorting.descending ? 'descending' : 'ascending';
  const Arrow = sorting.descending ? SortDown : SortUp;
  return (
    <span role="columnheader" aria-sort={isSorted ? direction : 'none'}>
      <button
        type="button"
        className={`${button} ${focusOutline}`}
        onClick={() => onSort({ sort: column, descending: isSorted ? !sorting.descending : column === 'created' })}
      >
        {label}
        {isSorted ? <Arrow styles={iconStyle({ size: 'XS' })} /> : null}
      </button>
    </span>
  );
}
