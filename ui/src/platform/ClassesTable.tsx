import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ClassRow } from '../backend/index.ts';
import { useRowWindow, VirtualGrid } from '../virtual-list/index.ts';

interface Props {
  rows: ClassRow[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

const rowHeight = 32;

/** XDM classes; choosing one shows its fields. */
export function ClassesTable({ rows, chosen, onChoose }: Props) {
  const window = useRowWindow(rows.length, rowHeight, 33);
  const at = rows.findIndex((row) => row.id === chosen);
  const chooseAt = (index: number) => {
    const row = rows[index];
    if (row) onChoose(row.id);
  };
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 })}>
      <VirtualGrid
        label="XDM classes"
        window={window}
        total={rows.length}
        rowHeight={rowHeight}
        columns="minmax(160px, 2fr) minmax(160px, 3fr) 72px"
        headerHeight={33}
        lines
        header={
          <>
            <span role="columnheader">Name</span>
            <span role="columnheader">Identifier</span>
            <span role="columnheader">Version</span>
          </>
        }
        selectedIndex={at < 0 ? null : at}
        renderCells={(index) => {
          const row = rows[index];
          return row ? (
            <>
              <span role="gridcell" title={row.title}>
                {row.title}
              </span>
              <span role="gridcell" title={row.id} className="event-quiet">
                {row.id}
              </span>
              <span role="gridcell">{row.version}</span>
            </>
          ) : null;
        }}
        onSelect={chooseAt}
        onOpen={chooseAt}
      />
    </div>
  );
}
