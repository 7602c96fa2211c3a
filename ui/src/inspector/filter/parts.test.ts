import { expect, it } from 'vitest';
import type { Facets } from '../../backend/index.ts';
import { choices, inWords, toggled } from './parts.ts';

const facets: Facets = {
  types: [{ value: 'generic', label: 'generic', count: 3 }],
  vendors: [],
  clients: [{ value: 'c1', label: 'iPhone 16 Pro', count: 2 }],
};
const filter = { text: 'checkout', zoneMinutes: 60, types: ['generic', 'gone'], vendors: [], clients: ['c1'] };

it('offers what is chosen even when no event has it', () => {
  expect(choices(facets, filter, 'types').map((facet) => [facet.value, facet.count])).toEqual([
    ['generic', 3],
    ['gone', 0],
  ]);
});

it('says the filter in words', () => {
  expect(inWords(filter, facets)).toBe('Query “checkout”, type generic or gone, and client iPhone 16 Pro');
});

it('adds a value and takes it away again', () => {
  expect(toggled([], 'a')).toEqual(['a']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});
