import { expect, test } from 'vitest';
import type { CollectionRun, RunLine, RunOutcome } from '../../backend/index.ts';
import { outcomeInWords, runInWords } from './run-words.ts';

const line = (outcome: RunOutcome): RunLine => ({ item: '1', name: 'Classes', method: 'GET', outcome });
const answered = line({ state: 'answered', sent: 's', status: 200, tookMs: 41 });
const skipped = line({ state: 'skipped', reason: 'It is switched off.' });
const run = (running: boolean, lines: RunLine[]): CollectionRun => ({
  collection: 'c',
  name: 'Guides',
  running,
  lines,
});

test('a run is summed up', () => {
  expect(runInWords(run(false, [answered, answered, skipped]))).toBe('2 answered, 1 skipped');
  expect(
    runInWords(run(true, [answered, line({ state: 'running', waitsSeconds: null }), line({ state: 'waiting' })])),
  ).toBe('1 answered, 2 to go');
  expect(runInWords(run(false, []))).toBe('Nothing was sent');
});

test('a call that waits for the service says how long', () => {
  expect(outcomeInWords({ state: 'running', waitsSeconds: 3 })).toBe('the service asks to wait 3 s');
  expect(outcomeInWords(answered.outcome)).toBe('200 · 41 ms');
});
