import { expect, test } from 'vitest';
import { clockInWords } from './clock-in-words.ts';

test.each([
  [0, 'Its clock and this computer’s agree.'],
  [-2, 'Its clock and this computer’s agree.'],
  [30, 'This computer’s clock is 30 seconds behind.'],
  [-30, 'This computer’s clock is 30 seconds ahead.'],
  [600, 'This computer’s clock is 10 minutes behind.'],
])('a clock that is %i seconds ahead reads "%s"', (ahead, words) => {
  expect(clockInWords(ahead)).toBe(words);
});
