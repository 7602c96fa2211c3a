import { expect, test } from 'vitest';
import type { IntegrationRow } from '../backend/index.ts';
import { questionOf, type Linked } from './link-words.ts';

const acme = { id: 'i1', name: 'Acme' } as IntegrationRow;
const luma = { id: 'i2', name: 'Luma' } as IntegrationRow;
const session = (integration: string | null): Linked => ({ kind: 'session', session: 's1', integration });

test('a session is opened with the integration that the link names, or the one in use', () => {
  expect(questionOf(session('i2'), [acme, luma], acme)).toMatchObject({ path: '/session/i2/s1' });
  expect(questionOf(session(null), [acme, luma], acme)).toMatchObject({
    path: '/session/i1/s1',
    text: expect.stringContaining('Acme') as string,
  });
});

test('without that integration there is nothing to ask', () => {
  expect(questionOf(session('other'), [acme], acme)).toMatchObject({ code: 'not-found' });
  expect(questionOf(session(null), [], null)).toMatchObject({ code: 'not-found' });
});

test('a place is named', () => {
  expect(questionOf({ kind: 'place', place: 'archives' }, [], null)).toMatchObject({
    title: 'Go to Archives?',
    path: '/archives',
  });
  expect(questionOf({ kind: 'place', place: 'home' }, [], null)).toMatchObject({ path: '/' });
});
