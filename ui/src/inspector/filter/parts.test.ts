import { expect, it } from 'vitest';
import type { Facets } from '../../backend/index.ts';
import { choices, inWords, isChosen, toggled } from './parts.ts';
import { noFilter } from './event-filter.ts';

const facets: Facets = {
  types: [{ value: 'generic', label: 'generic', count: 3 }],
  vendors: [],
  clients: [{ value: 'c1', label: 'iPhone 16 Pro', count: 2 }],
  sources: [{ value: '', label: '(none)', count: 4 }],
  names: [],
  errors: 1,
};
const filter = { ...noFilter, text: 'checkout', types: ['generic', 'gone'], clients: ['c1'] };

it('offers what is chosen even when no event has it', () => {
  expect(choices(facets.types, filter.types).map((facet) => [facet.value, facet.count])).toEqual([
    ['generic', 3],
    ['gone', 0],
  ]);
});

it('says the filter in words', () => {
  expect(inWords(filter, facets)).toBe('Query “checkout”, type generic or gone, and client iPhone 16 Pro');
  expect(inWords({ ...noFilter, sources: [''], errors: true }, facets)).toBe('Source (none) and only errors');
  expect(inWords({ ...noFilter, chips: ['a OR b'], noise: ['logs', 'configuration'] }, facets)).toBe(
    '“a OR b” and without configuration and logs',
  );
});

it('adds a value and takes it away again, in any case', () => {
  expect(toggled([], 'a')).toEqual(['a']);
  expect(toggled(['A', 'b'], 'a')).toEqual(['b']);
  expect(isChosen(['A'], 'a')).toBe(true);
});
