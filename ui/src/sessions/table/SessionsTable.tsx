import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, type KeyboardEvent, type MouseEvent } from 'react';
import type { SessionRow, SessionSort } from '../../backend/index.ts';
import { useRowWindow, VirtualGrid } from '../../virtual-list/index.ts';
import { GroupCells } from './GroupCells.tsx';
import type { Line } from './lines.ts';
import { allSelected, isLineSelected, selectedAfter, type Selection } from './selection.ts';
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
  lines: Line[];
  sorting: Sorting;
  selection: Selection;
  editing: Editing | null;
  onSort: (sorting: Sorting) => void;
  onSelect: (selection: Selection) => void;
  onFold: (group: string, isFolded: boolean) => void;
  onOpen: (session: SessionRow) => void;
  /** Deletes what is selected. */
  onDelete: () => void;
  onEdit: (editing: Editing | null) => void;
  onSave: (session: SessionRow, field: EditedField, value: string) => void;
}

const rowHeight = 40;
const columns = 'minmax(180px, 3fr) minmax(160px, 3fr) 120px 90px 110px 72px';

/** The sessions as a table; any number of them. */
export function SessionsTable(props: Props) {
  const { lines, selection, editing, onSelect, onFold } = props;
  const window = useRowWindow(lines.length, rowHeight, 33);
  const at = lines.findIndex(({ id }) => id === selection.at);
  const current = at < 0 ? null : at;

  // A row that moves, because it was renamed or sorted anew, is followed.
  useEffect(() => {
    if (current !== null) window.reveal(current);
  }, [window, current]);

  function onKey({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const line = lines[current ?? -1];
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') onSelect(allSelected(selection, lines));
    else if (!line || current === null) return false;
    else if (key === ' ') onSelect(selectedAfter(selection, lines, current, 'toggle'));
    else if (key === 'Delete') props.onDelete();
    else if (line.kind === 'group' && key === 'ArrowRight') onFold(line.id, false);
    else if (line.kind === 'group' && key === 'ArrowLeft') onFold(line.id, true);
    else if (line.kind === 'session' && key === 'ArrowLeft' && line.group !== null) toGroup(line.group);
    else if (line.kind === 'session' && key === 'F2') props.onEdit({ session: line.id, field: 'name' });
    else return false;
    return true;
  }

  function toGroup(group: string) {
    const index = lines.findIndex(({ id }) => id === group);
    onSelect(selectedAfter(selection, lines, index, 'one'));
  }

  function onDoubleClick(index: number, event: MouseEvent) {
    const line = lines[index];
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-field]') : null;
    const field = cell?.dataset.field;
    if (line?.kind === 'group') onFold(line.id, !line.isFolded);
    else if (line && (field === 'name' || field === 'link')) props.onEdit({ session: line.id, field });
  }

  return (
    <VirtualGrid
      label="Sessions"
      window={window}
      total={lines.length}
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
      selectedIndex={current}
      isSelected={(index) => {
        const line = lines[index];
        return line && isLineSelected(selection, line);
      }}
      renderCells={(index) => {
        const line = lines[index];
        if (line?.kind === 'group') return <GroupCells group={line} isCurrent={index === current} onFold={onFold} />;
        return line ? (
          <SessionCells
            session={line.session}
            isCurrent={index === current}
            isInGroup={line.group !== null}
            edited={editing?.session === line.id ? editing.field : null}
            onOpen={props.onOpen}
            onEdit={props.onEdit}
            onSave={props.onSave}
          />
        ) : null;
      }}
      onSelect={(index, _by, how) => onSelect(selectedAfter(selection, lines, index, how))}
      onOpen={(index) => {
        const line = lines[index];
        if (line?.kind === 'group') onFold(line.id, !line.isFolded);
        else if (line) props.onOpen(line.session);
      }}
      onKey={onKey}
      onDoubleClick={onDoubleClick}
    />
  );
}
