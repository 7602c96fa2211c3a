import { expect, test } from 'vitest';
import { apart } from './time.ts';

test.each([
  [0, '+0.000 s'],
  [1250, '+1.250 s'],
  [-7, '−0.007 s'],
  [123_004, '+2:03.004'],
  [3_600_000, '+1:00:00.000'],
  [90_061_001, '+25:01:01.001'],
])('%i milliseconds read %s', (milliseconds, words) => {
  expect(apart(milliseconds)).toBe(words);
});
