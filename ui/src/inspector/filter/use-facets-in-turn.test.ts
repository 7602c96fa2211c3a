import { expect, it } from 'vitest';
import type { Facets } from '../../backend/index.ts';
import { nextInTurn } from './use-facets-in-turn.ts';

const counted = (errors: number): Facets => ({ errors, types: [], sources: [], vendors: [], clients: [], names: [] });

it('draws each kind of values once, from the first to the last', () => {
  const latest = counted(1);
  let shown = counted(0);
  const drawn = [];
  for (let next = nextInTurn(shown, latest, undefined); next !== undefined; next = nextInTurn(shown, latest, next)) {
    drawn.push(next);
    shown = { ...shown, [next]: latest[next] };
  }
  expect(drawn).toEqual(['errors', 'types', 'sources', 'vendors', 'clients', 'names']);
  expect(shown).toEqual(latest);
});

it('comes to the last kind also where everything is counted anew before each is drawn', () => {
  let last: keyof Facets | undefined;
  const drawn = new Set<keyof Facets>();
  for (let frame = 0; frame < 6; frame += 1) {
    last = nextInTurn(counted(frame), counted(frame + 1), last);
    if (last !== undefined) drawn.add(last);
  }
  expect(drawn.size).toBe(6);
});

it('does not draw again what was counted the same', () => {
  const shown = counted(3);
  expect(nextInTurn(shown, { ...shown }, 'types')).toBeUndefined();
  expect(nextInTurn(shown, { ...shown, names: [] }, undefined)).toBe('names');
});
