import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, type KeyboardEvent } from 'react';
import type { ArchiveRow } from '../backend/index.ts';
import { useRowWindow, useWidth, VirtualGrid } from '../virtual-list/index.ts';
import { ArchiveCells } from './ArchiveCells.tsx';

type Act = (archive: ArchiveRow) => void;

interface Props {
  rows: ArchiveRow[];
  selected: string | null;
  onSelect: (archive: string) => void;
  onOpen: Act;
  onExport: Act;
  onDelete: Act;
}

const rowHeight = 40;
const wideFrom = 960;
const columnsWide = 'minmax(180px, 4fr) minmax(160px, 3fr) 80px 184px 72px 96px 88px';
const columnsNarrow = 'minmax(160px, 4fr) minmax(140px, 3fr) 80px 72px 96px 88px';

/** The archives as a table. */
export function ArchivesTable({ rows, selected, onSelect, onOpen, onExport, onDelete }: Props) {
  const [measure, width] = useWidth();
  const wide = width >= wideFrom;
  const window = useRowWindow(rows.length, rowHeight, 33);
  const at = rows.findIndex((row) => row.archive === selected);
  const selectedIndex = at < 0 ? null : at;

  useEffect(() => {
    if (selectedIndex !== null) window.reveal(selectedIndex);
  }, [window, selectedIndex]);

  function onKey({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const row = rows[selectedIndex ?? -1];
    if (!row) return false;
    if (key === 'Delete') onDelete(row);
    else if ((ctrlKey || metaKey) && key.toLowerCase() === 'e') onExport(row);
    else return false;
    return true;
  }

  function open(index: number) {
    const row = rows[index];
    if (row) onOpen(row);
  }

  return (
    <div
      ref={measure}
      className={style({ display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 })}
    >
      <VirtualGrid
        label="Archives"
        window={window}
        total={rows.length}
        rowHeight={rowHeight}
        columns={wide ? columnsWide : columnsNarrow}
        headerHeight={33}
        lines
        header={
          <>
            <span role="columnheader">Name</span>
            <span role="columnheader">From</span>
            <span role="columnheader" className={style({ textAlign: 'end' })}>
              Events
            </span>
            {wide ? <span role="columnheader">Period</span> : null}
            <span role="columnheader" className={style({ textAlign: 'end' })}>
              Size
            </span>
            <span role="columnheader">Changed</span>
            <span role="columnheader">State</span>
          </>
        }
        selectedIndex={selectedIndex}
        renderCells={(index) => {
          const row = rows[index];
          return row ? <ArchiveCells archive={row} wide={wide} /> : null;
        }}
        onSelect={(index) => {
          const row = rows[index];
          if (row) onSelect(row.archive);
        }}
        onOpen={open}
        onKey={onKey}
        onDoubleClick={open}
      />
    </div>
  );
}
