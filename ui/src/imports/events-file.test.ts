import { expect, test } from 'vitest';
import { mayHoldEvents, pathOf, sorted } from './events-file.ts';

const paths = ['/tmp/key.pem', '/tmp/Checkout.assurance', '/tmp/export.json'];

test('an archive is taken over at once, all else is read first', () => {
  expect(sorted(paths, { place: 'home' })).toEqual({
    events: ['/tmp/Checkout.assurance'],
    others: ['/tmp/key.pem', '/tmp/export.json'],
  });
});

test('what is dropped on the archives is meant to become one', () => {
  expect(sorted(paths, { place: 'archives' })).toEqual({ events: paths, others: [] });
});

test('events are looked for in files that may hold them, not in keys and pasted texts', () => {
  expect(['a.json', 'a.NDJSON', 'a.json.gz', 'key.pem', 'Pasted text'].map(mayHoldEvents)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('a file is found again by its name, on every system', () => {
  expect(pathOf('export.json', paths)).toBe('/tmp/export.json');
  expect(pathOf('export.json', ['C:\\Files\\export.json'])).toBe('C:\\Files\\export.json');
  expect(pathOf('other.json', paths)).toBeNull();
});
