import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Timeline, TimelineRequest } from '../../backend/index.ts';
import { AskedDensity } from './asked-density.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wanted = (revision: number, list = 'all') => ({
  list,
  revision,
  request: { view: 'v', from: null, to: null, buckets: 10 },
});

/** Asks into the void; answers come when told to. */
function asking() {
  const asked: TimelineRequest[] = [];
  const answers: [number, string][] = [];
  const waiting: ((density: Timeline) => void)[] = [];
  const density = new AskedDensity(
    (request) => {
      asked.push(request);
      return new Promise((answer) => waiting.push(answer));
    },
    ({ revision }, list) => answers.push([revision, list]),
  );
  const answer = async (revision: number, knowsErrors = true) => {
    waiting.shift()?.({ revision, knowsErrors } as Timeline);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { density, asked, answers, answer };
}

it('asks at most five times a second, and for the newest in the end', async () => {
  const { density, asked, answer, answers } = asking();
  for (let revision = 0; revision < 100; revision += 1) {
    density.want(wanted(revision));
    await vi.advanceTimersByTimeAsync(10);
    await answer(revision);
  }
  expect(asked.length).toBeGreaterThanOrEqual(5);
  expect(asked.length).toBeLessThanOrEqual(6);
  await vi.advanceTimersByTimeAsync(300);
  await answer(99);
  expect(answers.at(-1)).toEqual([99, 'all']);
  const settled = asked.length;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toHaveLength(settled);
});

it('asks one question at a time', async () => {
  const { density, asked, answer } = asking();
  density.want(wanted(1));
  await vi.advanceTimersByTimeAsync(1_000);
  density.want(wanted(2));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveLength(1);
  await answer(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(2);
});

it('throws away an answer about another list', async () => {
  const { density, answers, answer } = asking();
  density.want(wanted(1));
  await vi.advanceTimersByTimeAsync(0);
  density.want(wanted(1, 'filtered'));
  await answer(1);
  expect(answers).toEqual([]);
  await vi.advanceTimersByTimeAsync(300);
  await answer(1);
  expect(answers).toEqual([[1, 'filtered']]);
});

it('asks again a while later when the errors were not known yet', async () => {
  const { density, asked, answers, answer } = asking();
  density.want(wanted(1));
  await vi.advanceTimersByTimeAsync(0);
  await answer(1, false);
  expect(answers).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(600);
  expect(asked).toHaveLength(2);
  await answer(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toHaveLength(2);
});
