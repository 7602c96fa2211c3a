import { staysAfterMilliseconds, type RowRange } from './window.ts';

/** One answer: rows from the asked offset on, and how many rows there are in all. */
export interface Answer<Row> {
  revision: number;
  total: number;
  rows: readonly Row[];
}

export type LoadRows<Row> = (offset: number, limit: number) => Promise<Answer<Row>>;

interface Page<Row> {
  revision: number;
  rows: readonly Row[];
}

const pageSize = 50;
const pagesPerRequest = 10;
const pagesKept = 120;
/** Pages beside the seen ones that are asked for, and how few may be there before they are: one answer then brings several. */
const neighboursOnEachSide = 4;
const fewestNeighbours = 2;
const refreshEveryMilliseconds = 200;

/**
 * The rows of a list that lives in Rust, asked page by page as they come into view.
 *
 * A missing page is asked at once. When the list changes, old rows stay on the screen and only the visible pages are asked again, at
 * most five times a second. The total grows with the answers, never ahead of them, so the end of the list has no gaps.
 */
export class RowPages<Row> {
  #list: string;
  #listed: string;
  #load: LoadRows<Row>;
  #pages = new Map<number, Page<Row>>();
  #asked = new Set<number>();
  #range: RowRange = { first: 0, last: 1 };
  #revision = 0;
  #total = 0;
  #loaded = false;
  #failure: unknown = null;
  #generation = 0;
  #version = 0;
  #shape = 0;
  #refreshedAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #staying: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();

  /** `list` names what is listed; `load` asks for rows of it. */
  constructor(list: string, load: LoadRows<Row>) {
    this.#list = list;
    this.#listed = list;
    this.#load = load;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearTimeout(this.#timer);
      clearTimeout(this.#staying);
    };
  };

  /** Changes whenever what this object tells changes. */
  readonly version = (): number => this.#version;

  /** Changes only with what is told of the list beside its rows. */
  readonly shape = (): number => this.#shape;

  get total(): number {
    return this.#total;
  }

  /** The list that the total is of: after turning to another one, that of before until the first answer. */
  get listed(): string {
    return this.#listed;
  }

  /** False until the first answer. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** What the last request was refused with. */
  get failure(): unknown {
    return this.#failure;
  }

  row(index: number): Row | undefined {
    const page = this.#pages.get(Math.floor(index / pageSize));
    return page?.rows[index % pageSize];
  }

  /** Whether a row is here as the list has it now; rows out of sight may be those of before. */
  isFresh(index: number): boolean {
    const page = this.#pages.get(Math.floor(index / pageSize));
    return page !== undefined && page.revision >= this.#revision;
  }

  /** Where a row is, as far as its page is here and as new as the list. */
  find(matches: (row: Row) => boolean): number | null {
    const found = this.lastSeen(matches);
    return found !== null && this.isFresh(found) ? found : null;
  }

  /** Where a row is by the newest page that has it; others may have come in before it since. */
  lastSeen(matches: (row: Row) => boolean): number | null {
    let newest = -Infinity;
    let found: number | null = null;
    for (const [number, { revision, rows }] of this.#pages) {
      if (revision <= newest) continue;
      const index = rows.findIndex(matches);
      if (index < 0) continue;
      newest = revision;
      found = number * pageSize + index;
    }
    return found;
  }

  /** Tells which rows are on the screen. */
  show(range: RowRange): void {
    this.#range = range;
    this.#request();
    if (this.#visiblePages().every((number) => this.#pages.has(number))) this.#askAround();
    else this.#askAroundIfStaying();
  }

  /** Tells that the list changed. */
  revise(revision: number): void {
    if (revision <= this.#revision) return;
    this.#revision = revision;
    this.#request();
  }

  loadWith(load: LoadRows<Row>): void {
    this.#load = load;
  }

  /** Turns to another list: old rows stay only where they are seen, until the new ones are here. */
  turnTo(list: string): void {
    if (list === this.#list) return;
    this.#list = list;
    this.#generation += 1;
    this.#asked.clear();
    this.#refreshedAt = -Infinity;
    const visible = this.#visiblePages();
    for (const number of this.#pages.keys()) {
      if (!visible.includes(number)) this.#pages.delete(number);
    }
    for (const page of this.#pages.values()) page.revision = -1;
    this.#request();
    this.#askAroundIfStaying();
  }

  /** Asks again for what was refused. */
  retry(): void {
    this.#failure = null;
    this.#changed(true);
    this.#request();
  }

  #visiblePages(): number[] {
    const end = this.#loaded ? Math.max(0, this.#total - 1) : Infinity;
    const first = Math.floor(Math.min(this.#range.first, end) / pageSize);
    const last = Math.max(first, Math.floor(Math.min(this.#range.last - 1, end) / pageSize));
    return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  }

  #askAroundIfStaying(): void {
    clearTimeout(this.#staying);
    this.#staying = setTimeout(() => this.#askAround(), staysAfterMilliseconds);
  }

  /** Asks for the pages beside the seen ones, so that who scrolls finds the next rows there. */
  #askAround(): void {
    clearTimeout(this.#staying);
    if (this.#missing(this.#pagesAround(fewestNeighbours)).length > 0)
      this.#askMissing(this.#pagesAround(neighboursOnEachSide));
  }

  /** The visible pages, with so many on each side as there are. */
  #pagesAround(neighbours: number): number[] {
    const visible = this.#visiblePages();
    const first = (visible[0] ?? 0) - neighbours;
    const around = Array.from({ length: visible.length + 2 * neighbours }, (_, offset) => first + offset);
    return around.filter((number) => number >= 0 && number * pageSize < this.#total);
  }

  #missing(numbers: readonly number[]): number[] {
    return numbers.filter((number) => !this.#asked.has(number) && !this.#pages.has(number));
  }

  #askMissing(numbers: readonly number[]): void {
    const missing = this.#missing(numbers);
    if (missing.length > 0) this.#ask(missing);
  }

  #request(): void {
    const visible = this.#visiblePages();
    this.#askMissing(visible);
    const isStale = (number: number) => (this.#pages.get(number)?.revision ?? Infinity) < this.#revision;
    const stale = visible.filter((number) => !this.#asked.has(number) && isStale(number));
    if (stale.length === 0) return;
    const wait = this.#refreshedAt + refreshEveryMilliseconds - performance.now();
    clearTimeout(this.#timer);
    if (wait > 0) {
      this.#timer = setTimeout(() => this.#request(), wait);
      return;
    }
    this.#refreshedAt = performance.now();
    this.#ask(stale);
  }

  #ask(numbers: number[]): void {
    const first = Math.min(...numbers);
    const last = Math.max(...numbers);
    const atEnd = (last + 1) * pageSize >= this.#total;
    const count = Math.min(last - first + (atEnd ? 2 : 1), pagesPerRequest);
    void this.#answer(first, count);
  }

  async #answer(first: number, count: number): Promise<void> {
    const generation = this.#generation;
    const asOf = this.#revision;
    const numbers = Array.from({ length: count }, (_, offset) => first + offset);
    for (const number of numbers) this.#asked.add(number);
    const told = this.#told();
    try {
      const answer = await this.#load(first * pageSize, count * pageSize);
      if (generation !== this.#generation) return;
      this.#keep(numbers, answer, Math.max(answer.revision, asOf));
    } catch (failure) {
      if (generation !== this.#generation) return;
      this.#failure = failure;
    }
    for (const number of numbers) this.#asked.delete(number);
    // Rows that come before they are seen are nothing to draw anew for.
    const isSeen = this.#visiblePages().some((number) => numbers.includes(number));
    const isOther = this.#told().some((now, at) => now !== told[at]);
    if (isSeen || isOther) this.#changed(isOther);
    if (this.#failure === null) this.#request();
  }

  /** What is told of the list beside its rows. */
  #told(): unknown[] {
    return [this.#total, this.#listed, this.#loaded, this.#failure];
  }

  #keep(numbers: number[], answer: Answer<Row>, revision: number): void {
    this.#listed = this.#list;
    numbers.forEach((number, offset) => {
      const before = this.#pages.get(number)?.rows;
      const rows = answer.rows
        .slice(offset * pageSize, (offset + 1) * pageSize)
        .map((row, at) => (before && sameRow(before[at], row) ? (before[at] as Row) : row));
      this.#pages.delete(number);
      this.#pages.set(number, { revision, rows });
    });
    for (const number of this.#pages.keys()) {
      const beyondEnd = number * pageSize >= answer.total && number > 0;
      const full = this.#pages.size > pagesKept && !numbers.includes(number);
      if (beyondEnd || full) this.#pages.delete(number);
    }
    this.#revision = Math.max(this.#revision, revision);
    this.#total = answer.total;
    this.#loaded = true;
    this.#failure = null;
  }

  #changed(hasOtherShape: boolean): void {
    this.#version += 1;
    if (hasOtherShape) this.#shape += 1;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether an answer brought the same row again; it then stays the same object, and is not drawn again. */
function sameRow<Row>(before: Row | undefined, row: Row): boolean {
  if (typeof before !== 'object' || typeof row !== 'object' || !before || !row) return before === row;
  const fields = Object.entries(row);
  return fields.every(([field, value]) => isSame(before[field as keyof Row], value));
}

/** Fields may be lists and small objects. */
function isSame(before: unknown, now: unknown): boolean {
  if (before === now) return true;
  return typeof now === 'object' && now !== null && JSON.stringify(before) === JSON.stringify(now);
}
