import { expect, test } from 'vitest';
import type { GuideStep, GuideStepState, Problem } from '../backend/index.ts';
import { nextStep, progressInWords } from './progress.ts';

const problem: Problem = { code: 'internal', title: '', message: '', nextStep: '', detail: null };
const step = (state: GuideStepState): GuideStep => ({ title: '', explanation: '', state, actions: [] });
const done = step({ state: 'done', detail: '' });
const later = step({ state: 'later' });

test('the next step is the current one, or the one that failed', () => {
  expect(nextStep({ steps: [done, step({ state: 'current' }), later] })).toBe(1);
  expect(nextStep({ steps: [done, done, step({ state: 'failed', problem })] })).toBe(2);
  expect(nextStep({ steps: [done, done] })).toBeNull();
});

test('progress counts steps as people do', () => {
  expect(progressInWords({ steps: [done, step({ state: 'current' }), later] })).toBe('step 2 of 3');
  expect(progressInWords({ steps: [done] })).toBe('all steps are done');
});
