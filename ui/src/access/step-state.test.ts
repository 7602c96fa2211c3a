import { expect, test } from 'vitest';
import type { DoctorOutcome, Examination, Problem, ProblemCode } from '../backend/index.ts';
import { statesOf } from './step-state.ts';
import { phasesFor, type Goal } from './steps/index.ts';

const passed: DoctorOutcome = { state: 'passed', detail: 'found it' };
const failed = (code: ProblemCode): DoctorOutcome => ({
  state: 'failed',
  problem: { code, title: '', message: '', nextStep: '', detail: null } as Problem,
  help: null,
});

function states(outcomes: Record<string, DoctorOutcome>, options: { running?: boolean; ticked?: string[] } = {}) {
  const goals: Goal[] = ['platform'];
  const steps = phasesFor({ goals, kind: 'oauthServerToServer' }).flatMap((phase) => phase.steps);
  const lines = Object.entries(outcomes).map(([id, outcome]) => ({ id, title: id, tookMs: null, outcome }));
  const examination: Examination = {
    integration: 'i',
    running: options.running ?? false,
    begunAt: 1,
    groups: [{ title: '', lines }],
  };
  const found = statesOf(steps, { ticked: options.ticked ?? [], integration: 'Acme', examination });
  return (id: string) => found.get(id);
}

test('a line that passed ticks its steps, with what was found', () => {
  const state = states({ accessToken: passed, assurance: passed, platform: passed, sandboxes: passed });
  expect(state('checkPlatform')).toEqual({ state: 'done', by: 'check', found: 'found it' });
  expect(state('project')).toMatchObject({ state: 'done', found: 'The credential works, so its project exists' });
  expect(state('integration')).toMatchObject({ state: 'done', found: 'Acme' });
  expect(state('userAccess')).toMatchObject({ state: 'open' });
});

test('a failure is shown where it is mended, and once', () => {
  const refused = states({ accessToken: passed, platform: failed('access-refused'), assurance: passed });
  expect(refused('productProfile')).toMatchObject({ state: 'failed', shownAt: null });
  expect(refused('addPlatform')).toMatchObject({ state: 'open' });
  expect(refused('checkPlatform')).toMatchObject({
    state: 'failed',
    shownAt: 'Open AEP-Default-All-Users to the credential',
  });
  const missing = states({ accessToken: passed, platform: failed('client-unknown'), assurance: passed });
  expect(missing('addPlatform')).toMatchObject({ state: 'failed', shownAt: null });
  expect(missing('productProfile')).toMatchObject({ state: 'open' });
});

test('without a way to Adobe only the way is at fault', () => {
  const state = states({
    reachIms: failed('unreachable'),
    reachAssurance: passed,
    accessToken: failed('unreachable'),
    assurance: { state: 'notApplicable', reason: 'Not tried' },
  });
  expect(state('reach')).toMatchObject({ state: 'failed' });
  expect(state('token')).toMatchObject({ state: 'open' });
  expect(state('checkAssurance')).toEqual({ state: 'open', note: 'Not tried' });
});

test('a tick by hand counts until a check says otherwise', () => {
  expect(states({}, { ticked: ['productProfile'] })('productProfile')).toEqual({ state: 'done', by: 'hand' });
  const found = states({ assurance: passed, platform: failed('access-refused') }, { ticked: ['productProfile'] });
  expect(found('productProfile')).toMatchObject({ state: 'failed' });
  expect(states({}, { ticked: ['checkAssurance'] })('checkAssurance')).toMatchObject({ state: 'open' });
});

test('while a check goes on, what it will tell is waited for; what it left open when stopped is open', () => {
  const outcomes = { accessToken: passed, assurance: { state: 'running' } as const };
  expect(states(outcomes, { running: true })('checkAssurance')).toEqual({ state: 'checking' });
  expect(states(outcomes, { running: true })('token')).toMatchObject({ state: 'done' });
  expect(states(outcomes)('checkAssurance')).toMatchObject({ state: 'open' });
});
