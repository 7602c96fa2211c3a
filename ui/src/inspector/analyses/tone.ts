import type { Tone } from '../../backend/index.ts';

/** A tone in one word and one sign, so that nobody depends on its colour. */
export const toneInWords: Record<Tone, { word: string; sign: string }> = {
  plain: { word: '', sign: '' },
  good: { word: 'Fine', sign: '✓' },
  warning: { word: 'Needs a look', sign: '!' },
  bad: { word: 'Failed', sign: '✗' },
};
