import { expect, test } from 'vitest';
import type { Updates, UpdateState } from '../backend/index.ts';
import { isTold, receivedInWords, titleOf, wayInWords } from './update-words.ts';

const update = { version: '2.0.0', date: 0, notes: '', skipped: false, way: 'itself' } as const;
const offered: UpdateState = { state: 'offered', update, problem: null };
const told = (state: UpdateState): Updates => ({ host: 'example.org', agreed: true, lookedAt: 0, state });

test('Home tells of a newer version, but not of one that was skipped or put off', () => {
  expect(isTold(told(offered), null)).toBe(true);
  expect(isTold(told(offered), '1.9.0')).toBe(true);
  expect(isTold(told(offered), '2.0.0')).toBe(false);
  expect(isTold(told({ ...offered, update: { ...update, skipped: true } }), null)).toBe(false);
  for (const state of ['notLooked', 'newest'] as const) expect(isTold(told({ state }), null)).toBe(false);
});

test('what was begun is told, and put off only once it is here', () => {
  const skipped = { ...update, skipped: true };
  expect(isTold(told({ state: 'downloading', update: skipped, received: 0, size: null }), '2.0.0')).toBe(true);
  expect(isTold(told({ state: 'ready', update: skipped }), null)).toBe(true);
  expect(isTold(told({ state: 'ready', update }), '2.0.0')).toBe(false);
});

test('each step has words of its own', () => {
  expect(titleOf(offered)).toBe('Version 2.0.0 is available');
  expect(titleOf({ state: 'ready', update })).toBe('Version 2.0.0 is ready to be installed');
  expect(wayInWords(offered)).toContain('only when you say so');
  expect(wayInWords({ ...offered, update: { ...update, way: 'page' } })).toContain('cannot replace itself');
});

test('a download says how far it is, also where its size is not known', () => {
  expect(receivedInWords(12_000_000, 80_000_000)).toBe('12 MB of 80 MB');
  expect(receivedInWords(12_000_000, null)).toBe('12 MB');
});
