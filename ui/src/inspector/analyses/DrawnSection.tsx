import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState, type KeyboardEvent } from 'react';
import type { Column, DrawnRow, Section } from '../../backend/index.ts';
import {
  useDrawnRows,
  useRowPages,
  useRowWindow,
  useShownRows,
  useWidth,
  VirtualGrid,
  WaitingCell,
  type LoadRows,
} from '../../virtual-list/index.ts';
import { useInspector } from '../inspector-context.ts';
import { DrawnCell } from './DrawnCell.tsx';
import { eventsOf } from './events-of.ts';
import { layoutOf, type CellKinds, type Stays } from './section-layout.ts';

interface Props {
  section: Section;
  /** Names the list of rows: under another name it is another list. */
  name: string;
  revision: number;
  load: LoadRows<DrawnRow>;
  chosen: string | null;
  onChoose: (row: string | null) => void;
  /** Whether it takes what room there is; otherwise as much as its rows need. */
  fills: boolean;
}

const rowHeight = 28;
const headerHeight = 33;
const mostRowsAtOnce = 16;

/** One part of an analysis: heading and rows. */
export function DrawnSection({ section, name, revision, load, chosen, onChoose, fills }: Props) {
  const { shown, showEvent, openDetails } = useInspector();
  const [current, setCurrent] = useState<{ id: string; index: number } | null>(null);
  const [measure, width] = useWidth();
  const pages = useRowPages<DrawnRow>(name, revision, load);
  const window = useRowWindow(pages.total, rowHeight, headerHeight);
  useShownRows(pages, window);

  const drawn = useDrawnRows(window);
  const rows = drawn.indices.map((index) => pages.row(index));
  const kinds = useCellKinds(rows, section.columns.length);
  const layout = layoutOf(section.columns, kinds, width);

  const marked = section.canChoose ? (chosen ?? current?.id) : current?.id;
  const isCurrent = (row: DrawnRow | undefined) =>
    row !== undefined && (row.id === marked || (row.event !== null && row.event === shown?.uuid));
  // While rows are asked for anew, the chosen one is where it was.
  const isThere = current !== null && isCurrent(pages.row(current.index));
  const selectedIndex = isThere ? current.index : pages.find(isCurrent);

  function select(index: number) {
    const row = pages.row(index);
    if (!row) return;
    setCurrent({ id: row.id, index });
    if (section.canChoose) onChoose(row.id);
    if (row.event !== null) showEvent(row.event);
  }

  const height = headerHeight + Math.min(Math.max(pages.total, 1), mostRowsAtOnce) * rowHeight + 2;
  return (
    <section
      ref={measure}
      aria-label={section.title}
      className={style({ display: 'flex', flexDirection: 'column', minHeight: 0, flexShrink: 0 })}
      style={fills ? { flex: '1 1 0', minHeight: 120 } : { height: height + 56 }}
    >
      <div className={style({ paddingX: 12, paddingTop: 8, paddingBottom: 4 })}>
        <h2 className={style({ font: 'title-sm', margin: 0 })}>
          {section.title}{' '}
          <span className={style({ font: 'ui-sm', color: 'neutral-subdued' })}>{section.total.toLocaleString()}</span>
        </h2>
        {section.explanation === null ? null : (
          <p className={style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, truncate: true })}>
            {section.explanation}
          </p>
        )}
      </div>
      <VirtualGrid
        label={section.title}
        window={window}
        total={pages.total}
        rowHeight={rowHeight}
        headerHeight={headerHeight}
        columns={layout.tracks}
        leastWidth={layout.leastWidth}
        staying={layout.staying}
        header={<Headers columns={section.columns} stays={layout.stays} />}
        selectedIndex={selectedIndex}
        renderCells={(index) => {
          const row = pages.row(index);
          return row ? <Cells row={row} columns={section.columns} stays={layout.stays} /> : <WaitingCell />;
        }}
        onSelect={select}
        onOpen={openDetails}
        onKey={enterEvents}
      />
    </section>
  );
}

/** From a row, the arrow key to the right leads to its events. */
function enterEvents({ key, ctrlKey, metaKey, altKey, shiftKey, currentTarget }: KeyboardEvent): boolean {
  if (key !== 'ArrowRight' || ctrlKey || metaKey || altKey || shiftKey) return false;
  const row = document.getElementById(currentTarget.getAttribute('aria-activedescendant') ?? '');
  const first = row ? eventsOf(row)[0] : undefined;
  first?.focus();
  return first !== undefined;
}

/** What the cells of each column are, as far as rows were seen; a column keeps its width from then on. */
function useCellKinds(rows: (DrawnRow | undefined)[], columns: number): CellKinds {
  const [known, setKnown] = useState<CellKinds>(new Map());
  const kindAt = (at: number) => rows.map((row) => row?.cells[at]?.is).find((is) => is !== undefined && is !== 'empty');
  const fresh = Array.from({ length: columns }, (_, at) => at).flatMap((at) => {
    const kind = known.has(at) ? undefined : kindAt(at);
    return kind === undefined ? [] : [[at, kind] as const];
  });
  if (fresh.length > 0) setKnown(new Map([...known, ...fresh]));
  return known;
}

interface Drawn {
  columns: Column[];
  /** For each column that stays in view, how far from the end. */
  stays: Stays;
}

function Headers({ columns, stays }: Drawn) {
  return columns.map(({ title, alignment }, at) => (
    <span
      key={title}
      role="columnheader"
      className={`${alignment === 'end' ? 'analysis-cell-end' : ''} ${stays.has(at) ? 'list-stays' : ''}`}
      style={{ insetInlineEnd: stays.get(at) }}
    >
      {title}
    </span>
  ));
}

function Cells({ row, columns, stays }: Drawn & { row: DrawnRow }) {
  return columns.map((column, at) => (
    <DrawnCell
      key={column.title}
      cell={row.cells[at]}
      column={column}
      depth={at === 0 ? row.depth : 0}
      stays={stays.get(at)}
    />
  ));
}
