import { expect, test } from 'vitest';
import { certificateInWords } from './certificate-in-words.ts';

const DAY = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 21);

test.each([
  [31, '31 days left', 'positive'],
  [30, '30 days left', 'notice'],
  [8, '8 days left', 'notice'],
  [7, '7 days left', 'negative'],
  [1, '24 hours left', 'negative'],
  [0, 'Expired', 'negative'],
  [-3, 'Expired', 'negative'],
])('%i days before its end a certificate is "%s"', (days, words, variant) => {
  expect(certificateInWords(now + days * DAY, now)).toEqual({ words, variant });
});
