import type { Change, Comparison } from '../backend/index.ts';

/** What became of an event from the left to the right: a sign and a word. */
export const comparedWords: Record<Change, { sign: string; word: string }> = {
  same: { sign: '', word: 'Same' },
  changed: { sign: '≠', word: 'Different' },
  removed: { sign: '−', word: 'Missing' },
  added: { sign: '+', word: 'New' },
};

/** How many events are what: "1,204 same, 3 different, 2 missing, 1 new". */
export function tallyInWords(tally: Pick<Comparison, 'same' | 'different' | 'missing' | 'new'>): string {
  const words = ['same', 'different', 'missing', 'new'] as const;
  return words.map((word) => `${tally[word].toLocaleString()} ${word}`).join(', ');
}
