import { expect, it } from 'vitest';
import { rowAfterKey } from './list-keys.ts';

const at = (index: number | null, key: string, total = 100) => rowAfterKey({ key, total, index, rowsPerScreen: 20 });

it('moves by row, screen and to the ends', () => {
  expect([at(5, 'ArrowDown'), at(5, 'j'), at(5, 'ArrowUp'), at(5, 'k')]).toEqual([6, 6, 4, 4]);
  expect([at(50, 'PageDown'), at(50, 'PageUp')]).toEqual([70, 30]);
  expect([at(50, 'Home'), at(50, 'End')]).toEqual([0, 99]);
});

it('stays within the list', () => {
  expect([at(99, 'ArrowDown'), at(0, 'ArrowUp'), at(95, 'PageDown'), at(3, 'PageUp')]).toEqual([99, 0, 99, 0]);
});

it('starts at the near end when nothing is selected', () => {
  expect([at(null, 'ArrowDown'), at(null, 'ArrowUp')]).toEqual([0, 99]);
});

it('leads nowhere in an empty list or by other keys', () => {
  expect([at(null, 'ArrowDown', 0), at(5, 'x'), at(5, 'Enter')]).toEqual([null, null, null]);
});
