import { expect, test } from 'vitest';
import { endInWords, issueInWords, timeGone, wrongInWords } from './token-in-words.ts';

const MINUTE = 60_000;
const NOW = 1_000 * MINUTE;

test('issue and end are told from now, before and after it', () => {
  expect(issueInWords(NOW - 3 * MINUTE, NOW)).toBe('Issued 3 minutes ago');
  expect(issueInWords(NOW + 5 * MINUTE, NOW)).toBe('Issued in 5 minutes');
  expect(endInWords(NOW + 2 * MINUTE, NOW)).toBe('Ends in 2 minutes');
  expect(endInWords(NOW - 10 * MINUTE, NOW)).toBe('Ended 10 minutes ago');
});

test('the time gone stays between nothing and all', () => {
  expect(timeGone(NOW - MINUTE, NOW + 3 * MINUTE, NOW)).toBe(0.25);
  expect(timeGone(NOW - 2 * MINUTE, NOW - MINUTE, NOW)).toBe(1);
  expect(timeGone(NOW + MINUTE, NOW + 2 * MINUTE, NOW)).toBe(0);
  expect(timeGone(null, NOW, NOW)).toBeNull();
  expect(timeGone(NOW, NOW - MINUTE, NOW)).toBeNull();
});

test('what is wrong is counted; what is only worth knowing is not', () => {
  const finding = (severity: 'wrong' | 'note' | 'good') => ({ severity, title: '', message: '', nextStep: null });
  expect(wrongInWords([finding('note'), finding('good')])).toBe('nothing wrong was found');
  expect(wrongInWords([finding('wrong'), finding('note')])).toBe('1 thing is wrong');
  expect(wrongInWords([finding('wrong'), finding('wrong')])).toBe('2 things are wrong');
});
