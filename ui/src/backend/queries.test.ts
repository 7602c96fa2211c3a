import { QueryObserver } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { keepAnswer, queryClient } from './queries.ts';

vi.mock('./host.ts', () => ({ backend: {} }));

/** Somebody who shows saved filters; each request is answered when the test says so. */
function shown() {
  const waiting: ((filters: string[]) => void)[] = [];
  const observer = new QueryObserver(queryClient, {
    queryKey: ['filters_list', null],
    queryFn: () => new Promise<string[]>((answer) => waiting.push(answer)),
  });
  const seen: (string[] | undefined)[] = [];
  observer.subscribe(({ data }) => seen.push(data));
  const answer = async (filters: string[]) => {
    waiting.shift()?.(filters);
    await vi.waitFor(() => expect(queryClient.isFetching()).toBe(waiting.length > 0 ? 1 : 0));
  };
  return { seen, answer, asked: waiting };
}

it('an answer that was asked for before something was done does not undo it', async () => {
  const { seen, answer, asked } = shown();
  await answer(['first']);
  void queryClient.invalidateQueries({ queryKey: ['filters_list'] });
  expect(asked).toHaveLength(1);

  keepAnswer('filters_list', null, [{ name: 'saved' }] as never);
  expect(asked).toHaveLength(2);
  await answer(['first']);
  expect(seen.at(-1)).toEqual([{ name: 'saved' }]);
  await answer(['saved', 'by somebody else']);
  expect(seen.at(-1)).toEqual(['saved', 'by somebody else']);
});

it('nothing is asked for when nothing was under way', async () => {
  const { asked } = shown();
  keepAnswer('filters_list', null, []);
  expect(asked).toHaveLength(0);
});
