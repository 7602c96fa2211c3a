import { expect, it } from 'vitest';
import { chipsOf, edited, replaced } from './chips.ts';
import { noFilter } from './event-filter.ts';

const filter = {
  ...noFilter,
  text: 'checkout',
  chips: ['type:edge', 'a OR b'],
  sources: [''],
  errors: true,
  noise: ['logs' as const],
};

it('names every piece of the filter, and the filter without it', () => {
  const chips = chipsOf(filter, undefined);
  expect(chips.map(({ label }) => label)).toEqual([
    'type:edge',
    'a OR b',
    'Source: (none)',
    'Has error',
    'Without logs',
  ]);
  const rest = chips.map(({ without }) => without);
  expect(rest[0]?.chips).toEqual(['a OR b']);
  expect(rest[2]?.sources).toEqual([]);
  expect(rest[3]?.errors).toBe(false);
  expect(rest[4]?.noise).toEqual([]);
  expect(rest.every(({ text }) => text === 'checkout')).toBe(true);
});

it('puts a chip into the box behind what is typed', () => {
  const [edge, either] = chipsOf(filter, undefined);
  expect(edge && edited(edge)).toMatchObject({ text: 'checkout type:edge', chips: ['a OR b'] });
  expect(either && edited(either)).toMatchObject({ text: 'checkout (a OR b)', chips: ['type:edge'] });
  const [alone] = chipsOf({ ...noFilter, chips: ['a OR b'] }, undefined);
  expect(alone && edited(alone).text).toBe('a OR b');
});

it('keeps one of two equal chips', () => {
  const [edge] = chipsOf(filter, undefined);
  expect(edge && replaced(filter, edge, 'NOT type:edge').chips).toEqual(['NOT type:edge', 'a OR b']);
  expect(edge && replaced(filter, edge, 'a OR b').chips).toEqual(['a OR b']);
});
