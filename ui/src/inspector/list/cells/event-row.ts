import type { EventRow, ListRow } from '../../../backend/index.ts';
import type { NameCutter } from '../../../words/name-cutter.ts';
import { pathOf, type ColumnId } from '../columns.ts';
import { apart, timeOfDay } from '../time.ts';
import type { TimeShown } from '../use-list-layout.ts';
import { nameCell, textCell, type EventCell } from './cell.ts';
import { clientCell } from './client-cell.ts';
import { labelCell } from './label-cell.ts';
import { launchCell } from './launch-cell.ts';
import { marksCell } from './marks-cell.ts';
import type { Pictures } from './pictures.tsx';

/** What cells depend on beside the row. */
export interface CellsLook {
  /** The names of clients, by their identifiers. */
  clients: ReadonlyMap<string, string>;
  columns: readonly ColumnId[];
  /** Whether there is room for a client's colour only. */
  isClientNarrow: boolean;
  /** The paths of the event's values. */
  paths: readonly string[];
  timeShown: TimeShown;
  /** When the session's first event was. */
  first: number | null;
  pictures: Pictures;
  cutter: NameCutter;
}

/** The cells of rows that look like this; each element keeps its cells for the next row it shows. */
export class RowCells {
  #look: CellsLook;
  #of = new WeakMap<HTMLElement, EventCell[]>();

  constructor(look: CellsLook) {
    this.#look = look;
  }

  /** Draws them for what the row shows; nothing while it is not here. `rooms` are the widths of the columns. */
  draw(row: HTMLElement, shown: ListRow | undefined, rooms: ReadonlyMap<ColumnId, number>): void {
    if (shown?.is === 'launch') {
      this.#of.delete(row);
      row.replaceChildren(launchCell(shown));
      return;
    }
    const cells = this.#of.get(row) ?? this.#make(row);
    cells.forEach((cell, at) => {
      const column = this.#look.columns[at];
      cell.draw(shown ?? null, (column && rooms.get(column)) ?? Infinity);
    });
  }

  #make(row: HTMLElement): EventCell[] {
    const cells = this.#look.columns.map((column) => eventCell(column, this.#look));
    this.#of.set(row, cells);
    row.replaceChildren(...cells.map(({ element }) => element));
    return cells;
  }
}

function eventCell(id: ColumnId, look: CellsLook): EventCell {
  switch (id) {
    case 'marks':
      return marksCell(look.pictures);
    case 'time':
      return textCell('event-time', (event) => time(event, look));
    case 'client':
      return clientCell(look.clients, look.isClientNarrow);
    case 'name':
      return labelCell(look.pictures, look.cutter);
    case 'detail':
      return nameCell(look.cutter, ({ detail }) => detail);
    case 'vendor':
      return nameCell(look.cutter, ({ vendor }) => vendor);
    case 'type':
      return nameCell(look.cutter, ({ eventType }) => eventType);
    case 'source':
      return nameCell(look.cutter, ({ source }) => source);
    case 'sincePrevious':
      return textCell('event-time', ({ sincePrevious }) => (sincePrevious === null ? '' : apart(sincePrevious)));
    case 'number':
      return textCell('event-time', ({ eventNumber }) => (eventNumber ? eventNumber.toLocaleString() : ''));
    default: {
      const at = look.paths.indexOf(pathOf(id));
      return nameCell(look.cutter, ({ values }) => values[at] ?? '');
    }
  }
}

function time({ timestamp, sincePrevious }: EventRow, { timeShown, first }: CellsLook): string {
  if (timeShown === 'sinceStart' && first !== null) return apart(timestamp - first);
  if (timeShown === 'sincePrevious') return sincePrevious === null ? '' : apart(sincePrevious);
  return timeOfDay(timestamp);
}
