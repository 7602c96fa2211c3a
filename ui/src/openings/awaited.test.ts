import { expect, test } from 'vitest';
import type { Job, JobState } from '../backend/index.ts';
import { endingOf } from './awaited.ts';

const awaited = { job: 'j', askedAt: '/' };
const jobs = (state: JobState): Job[] => [{ job: 'j', title: 'Importing a', done: null, events: 0, state }];
const done: JobState = { state: 'done', note: '3 events.', archive: 'a' };

test('an import that is done is shown', () => {
  expect(endingOf(awaited, jobs(done), '/')).toEqual({ isAwaited: false, archive: 'a' });
});

test('one that goes on, or is not listed yet, is waited for', () => {
  for (const listed of [jobs({ state: 'running' }), []]) {
    expect(endingOf(awaited, listed, '/')).toEqual({ isAwaited: true, archive: null });
  }
});

test('whoever went elsewhere is not called back', () => {
  expect(endingOf(awaited, jobs(done), '/settings')).toEqual({ isAwaited: false, archive: null });
});

test('one that was called off shows nothing', () => {
  expect(endingOf(awaited, jobs({ state: 'calledOff' }), '/')).toEqual({ isAwaited: false, archive: null });
});
