import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Tone } from '../../backend/index.ts';

/** A tone in one word and one sign, so that nobody depends on its colour. */
export const toneInWords: Record<Tone, { word: string; sign: string }> = {
  plain: { word: '', sign: '' },
  good: { word: 'Fine', sign: '✓' },
  warning: { word: 'Needs a look', sign: '!' },
  bad: { word: 'Failed', sign: '✗' },
};

/** A text in the colour of its tone. */
export const toned = style<{ tone: Tone }>({
  color: { tone: { plain: 'inherit', good: 'positive-900', warning: 'notice-900', bad: 'negative' } },
});
