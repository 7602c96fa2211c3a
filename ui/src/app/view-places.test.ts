import { expect, test } from 'vitest';
import { listOf, placeOf, shows, type OpenView } from './view-places.ts';

const followed: OpenView = {
  view: 'v1',
  integration: 'i',
  session: 's',
  archive: 'a',
  name: 'Checkout v42',
  following: { state: 'live' },
};
const archived: OpenView = { ...followed, following: { state: 'archived' } };
const imported: OpenView = { ...archived, integration: null, session: '' };

test('a session that is followed is shown under its integration', () => {
  expect(placeOf(followed)).toEqual({ place: 'inspector', integration: 'i', session: 's' });
  expect(listOf(followed)).toEqual({ place: 'sessions', integration: 'i' });
});

test.each([archived, imported])('what is only looked at is shown as an archive', (view) => {
  expect(placeOf(view)).toEqual({ place: 'archive', archive: 'a' });
  expect(listOf(view)).toEqual({ place: 'archives' });
});

test('a view is shown by either of its places, and by no other', () => {
  expect(shows({ place: 'archive', archive: 'a' }, followed)).toBe(true);
  expect(shows({ place: 'inspector', integration: 'i', session: 's' }, followed)).toBe(true);
  expect(shows({ place: 'archive', archive: 'b' }, imported)).toBe(false);
  expect(shows({ place: 'archives' }, followed)).toBe(false);
});
