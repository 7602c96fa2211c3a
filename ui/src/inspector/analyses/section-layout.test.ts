import { expect, it } from 'vitest';
import { layoutOf, type CellKinds } from './section-layout.ts';

const columns = [2, 2, 4, 4, 1, 2].map((weight) => ({ weight }));
const kinds: CellKinds = new Map([
  [0, 'time'],
  [1, 'client'],
  [2, 'events'],
  [3, 'events'],
  [4, 'duration'],
  [5, 'badge'],
]);

it('keeps nothing in its place where all columns have room, or none is known', () => {
  const { leastWidth } = layoutOf(columns, kinds, 0);
  expect(layoutOf(columns, kinds, leastWidth).stays.size).toBe(0);
  expect(layoutOf(columns, new Map(), 300).stays.size).toBe(0);
});

it('keeps duration and state in view where others are not, each beside the other', () => {
  const { stays, staying } = layoutOf(columns, kinds, 640);
  expect([...stays]).toEqual([
    [5, 0],
    [4, 128 + 12 + 12],
  ]);
  expect(staying).toBe(128 + 96 + 12 + 24);
});

it('leaves half of a narrow table to the other columns', () => {
  expect([...layoutOf(columns, kinds, 390).stays.keys()]).toEqual([5]);
  expect([...layoutOf(columns, kinds, 200).stays.keys()]).toEqual([]);
});
