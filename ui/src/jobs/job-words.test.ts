import { expect, test } from 'vitest';
import type { Job, JobState } from '../backend/index.ts';
import { doneInWords, endedSince, progressInWords, restInWords, toldOf } from './job-words.ts';

const job = (id: string, state: JobState, change: Partial<Job> = {}): Job => ({
  job: id,
  title: `Importing ${id}.json`,
  done: null,
  events: 0,
  state,
  ...change,
});
const running: JobState = { state: 'running' };
const done: JobState = { state: 'done', note: '3 events.', archive: 'a' };
const failed: JobState = {
  state: 'failed',
  problem: { code: 'file', title: '', message: '', nextStep: '', detail: null },
};

test('a job is told of when it ends, once, and not when it had ended before the window opened', () => {
  const before = [job('a', done), job('b', running)];
  expect(endedSince(before, null)).toEqual([]);
  const now = [job('a', done), job('b', done), job('c', failed)];
  expect(endedSince(now, toldOf(before)).map((each) => each.job)).toEqual(['b', 'c']);
  expect(endedSince(now, toldOf(now))).toEqual([]);
});

test('a job says how far it is, as far as that is known', () => {
  expect(progressInWords(job('a', running))).toBe('');
  expect(progressInWords(job('a', running, { events: 3248 }))).toBe('3,248 events');
  expect(progressInWords(job('a', running, { done: 0.404, events: 1 }))).toMatch(/^40.?%, 1 event$/);
});

test.each<[JobState[], string | null]>([
  [[running], null],
  [[running, running], '2 jobs'],
  [[running, done], '1 job done'],
  [[done, failed], '1 job failed'],
  [[], null],
])('what else there is: %#', (states, words) => {
  expect(restInWords(states.map((state, at) => job(String(at), state)))).toBe(words);
});

test('what is done is told as done', () => {
  expect(doneInWords('Importing events.json')).toBe('Imported events.json');
  expect(doneInWords('Exporting to out.csv')).toBe('Exported to out.csv');
});
