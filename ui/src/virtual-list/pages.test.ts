import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RowPages, type Answer } from './pages.ts';

/** A list in place of Rust's: rows are texts, requests are written down, answers come when told to. */
class Source {
  asked: [offset: number, limit: number][] = [];
  revision = 1;
  rows: string[];
  #waiting: (() => void)[] = [];

  constructor(total: number) {
    this.rows = Array.from({ length: total }, (_, index) => `row ${index}`);
  }

  readonly load = (offset: number, limit: number): Promise<Answer<string>> => {
    this.asked.push([offset, limit]);
    return new Promise((answer) => {
      this.#waiting.push(() =>
        answer({ revision: this.revision, total: this.rows.length, rows: this.rows.slice(offset, offset + limit) }),
      );
    });
  };

  async answer() {
    for (const answer of this.#waiting.splice(0)) answer();
    await vi.advanceTimersByTimeAsync(0);
  }

  change(change: (rows: string[]) => void) {
    this.revision += 1;
    change(this.rows);
    return this.revision;
  }
}

function listOf(total: number) {
  const source = new Source(total);
  const pages = new RowPages('all', source.load);
  return { source, pages };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('asks for the pages in view, and shows their rows once they are here', async () => {
  const { source, pages } = listOf(1000);
  pages.show({ first: 0, last: 40 });
  expect(pages.row(3)).toBeUndefined();
  expect(pages.loaded).toBe(false);
  await source.answer();
  expect(pages.row(3)).toBe('row 3');
  expect(pages.total).toBe(1000);

  pages.show({ first: 480, last: 520 });
  await source.answer();
  expect([pages.row(480), pages.row(519)]).toEqual(['row 480', 'row 519']);
});

it('asks once for a page while its answer is on the way', () => {
  const { source, pages } = listOf(1000);
  pages.show({ first: 0, last: 40 });
  pages.show({ first: 1, last: 41 });
  pages.show({ first: 2, last: 42 });
  expect(source.asked).toHaveLength(1);
});

it('asks only for what is seen while the bar is dragged, and for what is beside where it stays', async () => {
  const { source, pages } = listOf(100_000);
  pages.show({ first: 0, last: 40 });
  await source.answer();
  source.asked = [];
  for (const first of [20_000, 70_000, 40_000]) {
    pages.show({ first, last: first + 40 });
    await vi.advanceTimersByTimeAsync(50);
    await source.answer();
  }
  expect(source.asked).toEqual([
    [20_000, 50],
    [70_000, 50],
    [40_000, 50],
  ]);
  await vi.advanceTimersByTimeAsync(100);
  await source.answer();
  expect([pages.row(39_800), pages.row(40_249)]).toEqual(['row 39800', 'row 40249']);
  expect([pages.row(19_999), pages.row(70_050)]).toEqual([undefined, undefined]);
});

it('has the next rows there for who scrolls on', async () => {
  const { source, pages } = listOf(100_000);
  for (let first = 0; first < 2000; first += 40) {
    pages.show({ first, last: first + 40 });
    if (first > 0) expect(pages.row(first + 39)).toBe(`row ${first + 39}`);
    await source.answer();
    // Somebody looks at the first screen for a moment.
    if (first === 0) await vi.advanceTimersByTimeAsync(200);
    await source.answer();
  }
});

it('asks for the next rows several pages at a time, and tells of them only when they are seen', async () => {
  const { source, pages } = listOf(100_000);
  pages.show({ first: 1000, last: 1040 });
  await source.answer();
  await vi.advanceTimersByTimeAsync(200);
  await source.answer();
  source.asked = [];
  const told = pages.version();
  const rows = 1000;
  for (let first = 1000; first < 1000 + rows; first += 5) {
    pages.show({ first, last: first + 40 });
    await source.answer();
    expect(pages.row(first + 39)).toBe(`row ${first + 39}`);
  }
  expect(source.asked.length).toBeLessThanOrEqual(rows / 100);
  expect(pages.version()).toBe(told);
});

it('keeps old rows on the screen while new ones are asked for', async () => {
  const { source, pages } = listOf(50);
  pages.show({ first: 0, last: 40 });
  await source.answer();
  pages.revise(source.change((rows) => rows.unshift('late')));
  expect(pages.row(0)).toBe('row 0');
  await source.answer();
  expect([pages.row(0), pages.row(1), pages.total]).toEqual(['late', 'row 0', 51]);
});

it('asks again at most five times a second however fast the list changes', async () => {
  const { source, pages } = listOf(50);
  pages.show({ first: 0, last: 40 });
  await source.answer();
  source.asked = [];
  for (let change = 0; change < 100; change += 1) {
    pages.revise(source.change((rows) => rows.push('new')));
    await vi.advanceTimersByTimeAsync(10);
    await source.answer();
  }
  expect(source.asked.length).toBeGreaterThanOrEqual(5);
  expect(source.asked.length).toBeLessThanOrEqual(6);
  await vi.advanceTimersByTimeAsync(400);
  await source.answer();
  expect(pages.total).toBe(150);
});

it('asks again only for what is seen', async () => {
  const { source, pages } = listOf(2000);
  for (const first of [0, 300, 600, 900]) {
    pages.show({ first, last: first + 40 });
    await source.answer();
  }
  source.asked = [];
  pages.revise(source.change((rows) => rows.push('new')));
  await source.answer();
  expect(source.asked).toEqual([[900, 50]]);
});

it('knows the rows beyond the end as soon as it knows that there are more', async () => {
  const { source, pages } = listOf(95);
  pages.show({ first: 60, last: 95 });
  await source.answer();
  pages.revise(source.change((rows) => rows.push(...Array.from({ length: 20 }, (_, at) => `new ${at}`))));
  await source.answer();
  expect(pages.total).toBe(115);
  expect(pages.row(114)).toBe('new 19');
});

it('throws away the answer to a question about another list', async () => {
  const { source, pages } = listOf(50);
  pages.show({ first: 0, last: 40 });
  const filtered = new Source(3);
  pages.loadWith(filtered.load);
  pages.turnTo('filtered');
  await source.answer();
  expect(pages.loaded).toBe(false);
  await filtered.answer();
  expect(pages.total).toBe(3);
});

it('shows under a new filter only rows of the new list, once it has answered', async () => {
  const { source, pages } = listOf(1000);
  pages.show({ first: 0, last: 40 });
  await source.answer();
  const filtered = new Source(2);
  filtered.rows = ['match a', 'match b'];
  pages.loadWith(filtered.load);
  pages.turnTo('filtered');
  expect([pages.row(0), pages.total, pages.listed]).toEqual(['row 0', 1000, 'all']);
  await filtered.answer();
  expect(pages.listed).toBe('filtered');
  expect([pages.row(0), pages.row(1), pages.row(2), pages.total]).toEqual(['match a', 'match b', undefined, 2]);
});

it('finds a row again after others came in before it', async () => {
  const { source, pages } = listOf(50);
  pages.show({ first: 0, last: 40 });
  await source.answer();
  expect(pages.find((row) => row === 'row 7')).toBe(7);
  pages.revise(source.change((rows) => rows.unshift('late', 'later')));
  await source.answer();
  expect(pages.find((row) => row === 'row 7')).toBe(9);
  expect(pages.find((row) => row === 'nothing')).toBeNull();
});

it('tells where a row was last seen, also while others come in before it out of sight', async () => {
  const { source, pages } = listOf(2000);
  for (const first of [0, 900]) {
    pages.show({ first, last: first + 40 });
    await source.answer();
  }
  pages.revise(source.change((rows) => rows.unshift(...Array.from({ length: 60 }, (_, at) => `late ${at}`))));
  await source.answer();
  const isSeven = (row: string) => row === 'row 7';
  expect([pages.find(isSeven), pages.lastSeen(isSeven)]).toEqual([null, 7]);
  pages.show({ first: 40, last: 80 });
  await vi.advanceTimersByTimeAsync(200);
  await source.answer();
  expect([pages.find(isSeven), pages.lastSeen(isSeven)]).toEqual([67, 67]);
  expect(pages.lastSeen((row) => row === 'nothing')).toBeNull();
});

it('tells a refusal, keeps the rows, and asks again when told to', async () => {
  const { source, pages } = listOf(50);
  pages.show({ first: 0, last: 40 });
  await source.answer();
  pages.loadWith(() => Promise.reject(new Error('refused')));
  pages.revise(2);
  await vi.advanceTimersByTimeAsync(0);
  expect(pages.failure).toEqual(new Error('refused'));
  expect(pages.row(0)).toBe('row 0');

  pages.loadWith(source.load);
  source.change((rows) => rows.push('new'));
  pages.retry();
  await vi.advanceTimersByTimeAsync(200);
  await source.answer();
  expect(pages.failure).toBeNull();
  expect(pages.total).toBe(51);
});

it('forgets pages that nobody looked at for long', async () => {
  const { source, pages } = listOf(100_000);
  for (let first = 0; first < 20_000; first += 100) {
    pages.show({ first, last: first + 40 });
    await source.answer();
  }
  expect(pages.row(0)).toBeUndefined();
  expect(pages.row(19_900)).toBe('row 19900');
});

it('stops asking when the list became shorter than what was seen', async () => {
  const { source, pages } = listOf(1000);
  pages.show({ first: 900, last: 940 });
  await source.answer();
  pages.revise(source.change((rows) => rows.splice(10)));
  await source.answer();
  await source.answer();
  source.asked = [];
  await vi.advanceTimersByTimeAsync(1000);
  await source.answer();
  expect(source.asked).toEqual([]);
  expect(pages.total).toBe(10);
});
