import { expect, it } from 'vitest';
import type { NotDeleted, PendingDeletion } from '../../backend/index.ts';
import { asOneProblem, namesInWords, secondsLeft } from './deletion-words.ts';

const named = (...names: string[]) => names.map((name) => ({ name }));

it('names a few sessions and counts the rest', () => {
  expect(namesInWords(named('A'))).toBe('“A”');
  expect(namesInWords(named('A', 'A'))).toBe('“A”');
  expect(namesInWords(named('A', 'B'))).toBe('“A” and “B”');
  expect(namesInWords(named('A', 'B', 'C'))).toBe('“A”, “B” and “C”');
  expect(namesInWords(named('A', 'B', 'C', 'D', 'E'))).toBe('“A”, “B”, “C” and 2 more');
});

it('counts the seconds down, and none once it is sent', () => {
  const deletion = (state: PendingDeletion['state']): PendingDeletion => ({
    deletion: 'd',
    integration: 'i',
    sessions: ['s'],
    what: 'A',
    state,
  });
  expect(secondsLeft(deletion({ state: 'waiting', sentAt: 8000 }), 0)).toBe(8);
  expect(secondsLeft(deletion({ state: 'waiting', sentAt: 8000 }), 7900)).toBe(1);
  expect(secondsLeft(deletion({ state: 'waiting', sentAt: 8000 }), 9000)).toBe(0);
  expect(secondsLeft(deletion({ state: 'sending' }), 0)).toBeNull();
});

it('tells of what was not deleted in one go', () => {
  const problem = {
    code: 'access-refused',
    title: 'Not allowed',
    message: 'No right.',
    nextStep: 'Ask.',
    detail: null,
  };
  const failure = (name: string): NotDeleted => ({ session: name, name, problem }) as NotDeleted;
  expect(asOneProblem([], 2)).toBeNull();
  expect(asOneProblem([failure('A')], 3)).toMatchObject({
    title: 'A was not deleted',
    message: 'Not allowed. No right.',
  });
  expect(asOneProblem([failure('A'), failure('B')], 3)).toMatchObject({
    title: '2 of 3 sessions were not deleted',
    message: '“A” and “B”: Not allowed. No right.',
  });
});
