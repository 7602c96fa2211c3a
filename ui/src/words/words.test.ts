import { expect, test } from 'vitest';
import { shortened, shortenedOrganization } from './shortened.ts';
import { ago, left } from './time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([
  [30_000, 'less than a minute left'],
  [MINUTE, '1 minute left'],
  [59 * MINUTE, '59 minutes left'],
  [23 * HOUR, '23 hours left'],
  [49 * HOUR, '2 days left'],
  [0, 'expired'],
  [-HOUR, 'expired'],
])('%i ms ahead is "%s"', (milliseconds, words) => {
  expect(left(1000 + milliseconds, 1000)).toBe(words);
});

test('the past is told from a minute on', () => {
  expect(ago(1000, 1000 + 59_000)).toBe('just now');
  expect(ago(1000, 1000 + 3 * MINUTE)).toBe('3 minutes ago');
});

test('an ID is shortened in the middle, and only when that makes it shorter', () => {
  expect(shortened('84a0c1d2e3f4051627384950f06d')).toBe('84a0…f06d');
  expect(shortened('84a0-f06d')).toBe('84a0-f06d');
  expect(shortenedOrganization('9F1C2B3A4D5E@AdobeOrg')).toBe('9F1C…@AdobeOrg');
  expect(shortenedOrganization('')).toBe('');
});
