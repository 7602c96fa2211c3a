import { useEffect, useMemo, useState, type ReactNode, type RefCallback } from 'react';
import type { ClientRow, ListRow } from '../../../backend/index.ts';
import { narrowest, type ColumnId } from '../columns.ts';
import type { ListLayout } from '../use-list-layout.ts';
import '../events.css';
import { NameCutter } from '../../../words/name-cutter.ts';
import { RowCells } from './event-row.ts';
import { usePictures } from './pictures.tsx';
import { useColumnRooms } from './use-column-rooms.ts';
import { titleOf } from './title.ts';

interface Cells {
  /** Draws the cells of a row into its element. */
  draw: (row: HTMLElement, shown: ListRow | undefined) => void;
  title: (row: ListRow | undefined, cell: number) => string | null | undefined;
  /** What the cells need in the window, out of sight. */
  pictures: ReactNode;
  /** Measures a column; for the header of each. */
  measure: RefCallback<HTMLElement>;
}

/** The cells of rows in this layout; `first` is when the session's first event was. */
export function useRowCells(clients: readonly ClientRow[], layout: ListLayout, first: number | null): Cells {
  const { paths, timeShown } = layout;
  const [pictures, place] = usePictures();
  const cutter = useNameCutter();
  // Cells are made anew when one of these is another, not with each width that somebody drags, nor with each event that comes.
  const names = JSON.stringify(clients.map(({ id, name }) => [id, name]));
  const columns = JSON.stringify(layout.columns.map(({ id }) => id));
  const isClientNarrow = layout.columns.some(({ id, width }) => id === 'client' && width === narrowest);

  const cells = useMemo(() => {
    const look = {
      clients: new Map(JSON.parse(names) as [string, string][]),
      columns: JSON.parse(columns) as ColumnId[],
      isClientNarrow,
      paths,
      timeShown,
      first,
      pictures,
      cutter,
    };
    const title = (row: ListRow | undefined, cell: number) => titleOf(row, cell, look);
    return { rows: new RowCells(look), title };
  }, [names, columns, isClientNarrow, paths, timeShown, first, pictures, cutter]);

  const [measure, rooms] = useColumnRooms();
  const draw = useMemo(
    () => (row: HTMLElement, shown: ListRow | undefined) => cells.rows.draw(row, shown, rooms),
    [cells, rooms],
  );
  return { draw, title: cells.title, pictures: place, measure };
}

/** What cuts names; another one whenever fonts came, in which texts have other widths. */
function useNameCutter(): NameCutter {
  const [cutter, setCutter] = useState(() => new NameCutter());
  useEffect(() => {
    const renew = () => setCutter(new NameCutter());
    document.fonts.addEventListener('loadingdone', renew);
    return () => document.fonts.removeEventListener('loadingdone', renew);
  }, []);
  return cutter;
}
