import type { QueryCompletion, QueryCompletions } from '../../backend/index.ts';

/** A text and where its caret is, in UTF-16 units as fields count. */
export interface Typed {
  text: string;
  caret: number;
}

/** The caret's place in characters from 1, as queries count. */
export function columnOf({ text, caret }: Typed): number {
  return Array.from(text.slice(0, caret)).length + 1;
}

/** Where the piece that is being typed begins, in UTF-16 units. */
export function startOf(text: string, { column }: QueryCompletions): number {
  return Array.from(text)
    .slice(0, column - 1)
    .join('').length;
}

/** The text with a suggestion in it, and the caret behind it. */
export function taken(text: string, completions: QueryCompletions, { insert }: QueryCompletion): Typed {
  const start = startOf(text, completions);
  const replaced = Array.from(text.slice(start)).slice(0, completions.length).join('').length;
  return { text: text.slice(0, start) + insert + text.slice(start + replaced), caret: start + insert.length };
}

/**
 * What is shown without being asked for: while a piece is typed, and where a value or key has to follow. Conditions are
 * not: whoever types a word to search for wants to see the events below it.
 */
export function shownByItself({ text, caret }: Typed, completions: QueryCompletions): QueryCompletions | null {
  const isTyped = caret > startOf(text, completions) || /[:.=<>]$/.test(text.slice(0, caret));
  const items = completions.items.filter(({ completionKind }) => completionKind !== 'condition');
  return isTyped && items.length > 0 ? { ...completions, items } : null;
}
