import { expect, it } from 'vitest';
import type { SessionRow } from '../../backend/index.ts';
import type { Selecting } from '../../virtual-list/index.ts';
import { groupedLines } from './lines.ts';
import { allSelected, isLineSelected, nothingSelected, selectedAfter, type Selection } from './selection.ts';

const session = (uuid: string, name: string) => ({ uuid, name, createdAt: 0 }) as SessionRow;
const rows = [session('a', 'A'), session('b', 'B'), session('c', 'C'), session('b2', 'B'), session('d', 'D')];
// a, [B], b, b2, c, d
const lines = groupedLines(rows, () => false);
const chosen = ({ sessions }: Selection) => [...sessions].toSorted().join(' ');
const after = (...steps: [number, Selecting][]) =>
  steps.reduce((before, [index, how]) => selectedAfter(before, lines, index, how), nothingSelected);

it('selects one line, a range from it both ways, and one more or less', () => {
  expect(chosen(after([0, 'one']))).toBe('a');
  expect(chosen(after([2, 'one'], [4, 'range']))).toBe('b b2 c');
  expect(chosen(after([4, 'one'], [3, 'range'], [5, 'range']))).toBe('c d');
  expect(chosen(after([0, 'one'], [5, 'toggle'], [4, 'toggle'], [0, 'toggle']))).toBe('c d');
  expect(chosen(after([3, 'range']))).toBe('b2');
});

it('takes a group for all its sessions', () => {
  const group = after([1, 'one']);
  expect(chosen(group)).toBe('b b2');
  expect(lines.map((line) => isLineSelected(group, line))).toEqual([false, true, true, true, false, false]);
  expect(chosen(after([2, 'one'], [1, 'toggle']))).toBe('b b2');
  expect(chosen(after([1, 'one'], [2, 'toggle']))).toBe('b2');
  expect(chosen(after([1, 'one'], [1, 'toggle']))).toBe('');
});

it('selects everything, and nothing that is not there', () => {
  expect(chosen(allSelected(nothingSelected, lines))).toBe('a b b2 c d');
  expect(selectedAfter(nothingSelected, lines, 99, 'one')).toBe(nothingSelected);
});
