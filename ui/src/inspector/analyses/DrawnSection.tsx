import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState, type KeyboardEvent } from 'react';
import type { Column, DrawnRow, Section } from '../../backend/index.ts';
import {
  useDrawnRows,
  useRowPages,
  useRowWindow,
  useShownRows,
  VirtualGrid,
  type LoadRows,
} from '../../virtual-list/index.ts';
import { EventPlaceholder } from '../list/EventCells.tsx';
import { useInspector } from '../inspector-context.ts';
import { DrawnCell } from './DrawnCell.tsx';
import { eventsOf } from './events-of.ts';

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
const gap = 12;
const padding = 24;

/** Pixels that a column takes at least: a time of day fits into the smallest, and a few events into one that has them. */
const leastOf = (weight: number, hasEvents: boolean) => (hasEvents ? 272 : 64 + 32 * Math.max(weight, 1));

/** One part of an analysis: heading and rows. */
export function DrawnSection({ section, name, revision, load, chosen, onChoose, fills }: Props) {
  const { shown, showEvent, openDetails } = useInspector();
  const [current, setCurrent] = useState<{ id: string; index: number } | null>(null);
  const pages = useRowPages<DrawnRow>(name, revision, load);
  const window = useRowWindow(pages.total, rowHeight, headerHeight);
  useShownRows(pages, window);

  const drawn = useDrawnRows(window);
  const withEvents = useColumnsWithEvents(pages.row(drawn.first));
  const tracks = section.columns.map(({ weight }, at) => ({ weight, least: leastOf(weight, withEvents.has(at)) }));

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
        columns={tracks.map(({ weight, least }) => `minmax(${least}px, ${Math.max(weight, 1)}fr)`).join(' ')}
        leastWidth={tracks.reduce((sum, { least }) => sum + least + gap, padding)}
        header={<Headers columns={section.columns} />}
        selectedIndex={selectedIndex}
        renderCells={(index) => {
          const row = pages.row(index);
          return row ? <Cells row={row} columns={section.columns} /> : <EventPlaceholder />;
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

/** Columns whose cells are events, as far as rows were seen; a column keeps its width from then on. */
function useColumnsWithEvents(row: DrawnRow | undefined): ReadonlySet<number> {
  const [known, setKnown] = useState<ReadonlySet<number>>(new Set());
  const found = (row?.cells ?? []).flatMap((cell, at) => (cell.is === 'events' && !known.has(at) ? [at] : []));
  if (found.length > 0) setKnown(new Set([...known, ...found]));
  return known;
}

function Headers({ columns }: { columns: Column[] }) {
  return columns.map(({ title, alignment }) => (
    <span key={title} role="columnheader" className={alignment === 'end' ? 'analysis-cell-end' : undefined}>
      {title}
    </span>
  ));
}

function Cells({ row, columns }: { row: DrawnRow; columns: Column[] }) {
  return columns.map((column, at) => (
    <DrawnCell key={column.title} cell={row.cells[at]} column={column} depth={at === 0 ? row.depth : 0} />
  ));
}
