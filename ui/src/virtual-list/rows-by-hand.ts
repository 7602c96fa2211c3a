import type { RowLooks } from './GridRows.tsx';
import type { RowPages } from './pages.ts';
import { rowId, rowNumber } from './row-name.ts';
import { wordsOfRow } from './spoken-row.ts';

/** Draws the cells of what a row shows, once that is here, into its element, which may hold those of another row. */
export type DrawCells<Shown> = (row: HTMLElement, shown: Shown | undefined) => void;

/** What rows are drawn from, by hand. */
export interface RowsShown<Shown> extends RowLooks {
  id: string;
  pages: RowPages<Shown>;
  drawCells: DrawCells<Shown>;
}

interface Row<Shown> {
  element: HTMLElement;
  index: number;
  top: number;
  height: number;
  isSelected: boolean | undefined;
  isCurrent: boolean;
  className: string;
  shown: Shown | undefined;
  drawnBy: DrawCells<Shown> | null;
}

/**
 * The rows of a list as elements of a place that belongs to them alone, in the order in which they are seen and read out. They are
 * drawn while the list scrolls, within the frame, for which thirty rows of components take too long.
 */
export class RowsByHand<Shown> {
  #place: HTMLElement;
  #rows = new Map<number, Row<Shown>>();
  #spare: Row<Shown>[] = [];

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  /**
   * Draws the rows of the window. Elements of others are taken out, drawn, and put in again: to change them where they are takes WebKit
   * longer, since it looks for what is to be painted anew at their old place and at the new one.
   */
  draw(from: RowsShown<Shown>): void {
    const { first, last } = from.window.range;
    this.#takeOutside(first, last);
    let next = this.#place.firstElementChild;
    for (let index = first; index < last; index += 1) {
      const here = this.#rows.get(index);
      const row = here ?? this.#spare.pop() ?? this.#made(next);
      drawRow(row, index, from);
      if (row.element === next) next = next.nextElementSibling;
      else if (row.element.parentNode === null) this.#place.insertBefore(row.element, next);
      this.#rows.set(index, row);
    }
  }

  #takeOutside(first: number, last: number): void {
    for (const [index, row] of this.#rows) {
      if (index >= first && index < last) continue;
      row.element.remove();
      this.#rows.delete(index);
      this.#spare.push(row);
    }
  }

  /** A new row is in the page before its cells are drawn: they ask there what their font is. */
  #made(next: Element | null): Row<Shown> {
    const row = emptyRow<Shown>();
    this.#place.insertBefore(row.element, next);
    return row;
  }
}

function drawRow<Shown>(row: Row<Shown>, index: number, from: RowsShown<Shown>): void {
  name(row, index, from.id);
  lay(row, from.window.top(index), from.rowHeight);
  mark(row, index, from);
  const shown = from.pages.row(index);
  // Rows that came again unchanged are the same objects.
  if (row.shown === shown && row.drawnBy === from.drawCells) return;
  row.shown = shown;
  row.drawnBy = from.drawCells;
  from.drawCells(row.element, shown);
  row.element.ariaLabel = shown === undefined ? 'Loading' : wordsOfRow(row.element);
}

function emptyRow<Shown>(): Row<Shown> {
  const element = document.createElement('div');
  element.role = 'row';
  return {
    element,
    index: -1,
    top: NaN,
    height: NaN,
    isSelected: undefined,
    isCurrent: false,
    className: '',
    shown: undefined,
    drawnBy: null,
  };
}

function name<Shown>(row: Row<Shown>, index: number, list: string): void {
  if (row.index === index) return;
  row.index = index;
  row.element.id = rowId(list, index);
  row.element.ariaRowIndex = String(rowNumber(index));
}

function lay<Shown>(row: Row<Shown>, top: number, height: number): void {
  if (row.top !== top) row.element.style.top = `${top}px`;
  if (row.height !== height) row.element.style.height = `${height}px`;
  row.top = top;
  row.height = height;
}

function mark<Shown>(row: Row<Shown>, index: number, { selectedIndex, isSelected, rowClass }: RowLooks): void {
  const selected = isSelected ? isSelected(index) : index === selectedIndex;
  if (row.isSelected !== selected) row.element.ariaSelected = selected === undefined ? null : String(selected);
  row.isSelected = selected;

  const isCurrent = index === selectedIndex;
  if (row.isCurrent !== isCurrent) {
    if (isCurrent) row.element.setAttribute('data-current', 'true');
    else row.element.removeAttribute('data-current');
  }
  row.isCurrent = isCurrent;

  const look = rowClass?.(index);
  const className = look ? `list-row ${look}` : 'list-row';
  if (row.className !== className) row.element.className = className;
  row.className = className;
}
