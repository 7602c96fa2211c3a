import { expect, test } from 'vitest';
import type { CollectionItem, RequestShelf } from '../../backend/index.ts';
import { placeOfKept } from './place-of-kept.ts';

const call = (item: string): CollectionItem => ({ item, depth: 0, name: item, method: 'GET', hasScript: false });
const shelf = (own: Record<string, string[]>): RequestShelf => ({
  collections: Object.entries(own).map(([collection, items]) => ({
    collection,
    name: collection,
    description: '',
    builtIn: collection === 'guides',
    items: items.map(call),
    variables: [],
  })),
  environments: [],
  history: [],
  allowedHosts: [],
  adobeHosts: [],
});

test('a replaced call is where it was, a new one is the one that was not there', () => {
  const before = shelf({ guides: ['1'], mine: ['1'] });
  const after = shelf({ guides: ['1'], mine: ['1', '2'] });
  expect(placeOfKept({ collection: 'mine', item: '1' }, before, after)).toEqual({ collection: 'mine', item: '1' });
  expect(placeOfKept({ collection: 'mine', item: null }, before, after)).toEqual({ collection: 'mine', item: '2' });
});

test('the first request that is kept makes a collection', () => {
  const after = shelf({ guides: ['1'], mine: ['1'] });
  expect(placeOfKept({ collection: null, item: null }, shelf({ guides: ['1'] }), after)).toEqual({
    collection: 'mine',
    item: '1',
  });
});
