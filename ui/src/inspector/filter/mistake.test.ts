import { expect, test } from 'vitest';
import { excerptOf, expectedInWords, type Mistake } from './mistake.ts';

const mistakeIn = (text: string, column: number, length = 1): Mistake => ({
  text,
  column,
  length,
  message: '',
  expected: [],
});

test('the caret stands below what is wrong', () => {
  expect(excerptOf(mistakeIn('stat:5 cart', 1, 4))).toEqual({
    before: '',
    wrong: 'stat',
    after: ':5 cart',
    caret: '^^^^',
  });
});

test('at the end, where something is missing, it stands behind the text', () => {
  expect(excerptOf(mistakeIn('name:', 6))).toEqual({ before: 'name:', wrong: ' ', after: '', caret: '     ^' });
});

test('a character is one column, whatever it takes in memory', () => {
  expect(excerptOf(mistakeIn('🛒 (a', 3))).toMatchObject({ before: '🛒 ', wrong: '(', caret: '  ^' });
});

test('a long query is shown around its mistake', () => {
  const { before, wrong, after, caret } = excerptOf(mistakeIn(`${'a '.repeat(200)}stat:5 ${'b '.repeat(200)}`, 401, 4));
  expect(before).toMatch(/^….*a $/);
  expect(wrong).toBe('stat');
  expect(after).toMatch(/^:5 .*…$/);
  expect(caret.indexOf('^')).toBe(before.length);
  expect((before + wrong + after).length).toBeLessThan(70);
});

test('what was expected is said in words', () => {
  expect(expectedInWords(['a value', 'a regular expression', '('])).toBe('a value, a regular expression, or (');
  expect(expectedInWords(['a field: name, type', 'quotes'])).toBe('a field: name, type; or quotes');
});
