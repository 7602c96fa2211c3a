import type { QueryMistake } from '../../backend/index.ts';

/** What is wrong with a query, with the text that was meant. */
export type Mistake = QueryMistake & { text: string };

/** A query around its mistake, for a line of limited length. */
export interface Excerpt {
  before: string;
  /** What is wrong; a blank where something is missing at the end. */
  wrong: string;
  after: string;
  /** Blanks up to the mistake, and a mark as long as it. */
  caret: string;
}

const lead = 28;
const length = 64;

/** The part of the query that shows the mistake. Columns count characters, not UTF-16 units. */
export function excerptOf({ text, column, length: wrongLength }: Mistake): Excerpt {
  // A query may hold line breaks; each is one column wide.
  const all = Array.from(text.replaceAll(/\s/g, ' '));
  const at = Math.max(0, column - 1);
  const from = at + Math.max(1, wrongLength) <= length ? 0 : Math.max(0, at - lead);
  const cut = (first: number, last: number) => all.slice(first, last).join('');
  const to = Math.max(at + 1, Math.min(at + Math.max(1, wrongLength), from + length));
  const before = (from > 0 ? '…' : '') + cut(from, at);
  const isCut = from + length < all.length;
  return {
    before,
    wrong: cut(at, to) || ' ',
    after: cut(to, Math.max(to, from + length)) + (isCut ? '…' : ''),
    caret: ' '.repeat(Array.from(before).length) + '^'.repeat(to - at),
  };
}

/** What could stand there instead: "a value or a bracket". What is a list in itself is set apart from the next. */
export function expectedInWords(expected: readonly string[]): string {
  if (expected.some((each) => each.includes(', '))) return expected.join('; or ');
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(expected);
}
