import type { Change } from '../../backend/index.ts';

/** What became of a value: a sign and a word, so that no one has to tell colours apart. */
export const changeWords: Record<Change, { sign: string; word: string }> = {
  same: { sign: '', word: 'Same' },
  added: { sign: '+', word: 'Added' },
  removed: { sign: '−', word: 'Removed' },
  changed: { sign: '≠', word: 'Changed' },
};

/** How much differs: "1 changed, 2 added, 0 removed". */
export function countsInWords({ changed, added, removed }: Record<'changed' | 'added' | 'removed', number>): string {
  const count = (number: number, word: string) => `${number.toLocaleString()} ${word}`;
  return [count(changed, 'changed'), count(added, 'added'), count(removed, 'removed')].join(', ');
}
