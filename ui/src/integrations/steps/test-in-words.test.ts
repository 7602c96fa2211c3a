import { expect, it } from 'vitest';
import { testInWords } from './test-in-words.ts';

it('tells what came of a test', () => {
  expect(testInWords([], false)).toBe('');
  expect(testInWords(['passed', 'running'], true)).toBe('Testing…');
  expect(testInWords(['passed', 'skipped'], false)).toBe('All checks passed');
  expect(testInWords(['passed', 'failed', 'skipped'], false)).toBe('1 check failed');
  expect(testInWords(['failed', 'failed'], false)).toBe('2 checks failed');
});
