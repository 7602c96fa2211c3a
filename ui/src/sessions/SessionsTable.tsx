import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, type KeyboardEvent, type MouseEvent } from 'react';
import type { SessionRow, SessionSort } from '../backend/index.ts';
import { useRowWindow, VirtualGrid } from '../virtual-list/index.ts';
import { SessionCells } from './SessionCells.tsx';
import { SortableHeader } from './SortableHeader.tsx';

export type EditedField = 'name' | 'link';

/** What is being changed in place. */
export interface Editing {
  session: string;
  field: EditedField;
}

export interface Sorting {
  sort: SessionSort;
  descending: boolean;
}

interface Props {
  rows: SessionRow[];
  sorting: Sorting;
  selected: string | null;
  editing: Editing | null;
  onSort: (sorting: Sorting) => void;
  onSelect: (session: string) => void;
  onOpen: (session: SessionRow) => void;
  onDelete: (session: SessionRow) => void;
  onEdit: (editing: Editing | null) => void;
  onSave: (session: SessionRow, field: EditedField, value: string) => void;
}

const rowHeight = 40;
const columns = 'minmax(180px, 3fr) minmax(160px, 3fr) 120px 90px 110px 72px';

/** The sessions as a table; any number of them. */
export function SessionsTable(props: Props) {
  const { rows, selected, editing } = props;
  const window = useRowWindow(rows.length, rowHeight, 33);
  const at = rows.findIndex((row) => row.uuid === selected);
  const selectedIndex = at < 0 ? null : at;

  // A row that moves, because it was renamed or sorted anew, is followed.
  useEffect(() => {
    if (selectedIndex !== null) window.reveal(selectedIndex);
  }, [window, selectedIndex]);

  function onKey(event: KeyboardEvent): boolean {
    const session = rows[selectedIndex ?? -1];
    if (!session) return false;
    if (event.key === 'F2') props.onEdit({ session: session.uuid, field: 'name' });
    else if (event.key === 'Delete') props.onDelete(session);
    else return false;
    return true;
  }

  function onDoubleClick(index: number, event: MouseEvent) {
    const session = rows[index];
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-field]') : null;
    const field = cell?.dataset.field;
    if (session && (field === 'name' || field === 'link')) props.onEdit({ session: session.uuid, field });
  }

  return (
    <VirtualGrid
      label="Sessions"
      window={window}
      total={rows.length}
      rowHeight={rowHeight}
      columns={columns}
      headerHeight={33}
      lines
      header={
        <>
          <SortableHeader column="name" label="Name" {...props} />
          <SortableHeader column="link" label="Link" {...props} />
          <SortableHeader column="created" label="Created" {...props} />
          <span role="columnheader">Left</span>
          <span role="columnheader">Local</span>
          <span role="columnheader" aria-label="Actions" className={style({ height: 20 })} />
        </>
      }
      selectedIndex={selectedIndex}
      renderCells={(index) => {
        const session = rows[index];
        return session ? (
          <SessionCells
            session={session}
            isSelected={session.uuid === selected}
            edited={editing?.session === session.uuid ? editing.field : null}
            onOpen={props.onOpen}
            onEdit={props.onEdit}
            onSave={props.onSave}
          />
        ) : null;
      }}
      onSelect={(index) => {
        const session = rows[index];
        if (session) props.onSelect(session.uuid);
      }}
      onOpen={(index) => {
        const session = rows[index];
        if (session) props.onOpen(session);
      }}
      onKey={onKey}
      onDoubleClick={onDoubleClick}
    />
  );
}
