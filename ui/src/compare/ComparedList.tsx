import type { ComparedRow } from '../backend/index.ts';
import { VirtualGrid, type RowPages, type RowWindow } from '../virtual-list/index.ts';
import { ComparedCells } from './ComparedCells.tsx';

interface Props {
  left: string;
  right: string;
  pages: RowPages<ComparedRow>;
  window: RowWindow;
  selected: number | null;
  onSelect: (index: number) => void;
  /** Selects nothing. */
  onBack: () => void;
}

/** Two sessions side by side. */
export function ComparedList({ left, right, pages, window, selected, onSelect, onBack }: Props) {
  return (
    <VirtualGrid
      label="Compared events"
      window={window}
      total={pages.total}
      rowHeight={28}
      headerHeight={33}
      columns="104px minmax(0, 1fr) minmax(0, 1fr) 88px"
      header={
        <>
          <span role="columnheader">Right is</span>
          <span role="columnheader">{left}</span>
          <span role="columnheader">{right}</span>
          <span role="columnheader">Values differ</span>
        </>
      }
      selectedIndex={selected}
      renderCells={(index) => <ComparedCells row={pages.row(index)} />}
      onSelect={onSelect}
      onBack={onBack}
    />
  );
}
