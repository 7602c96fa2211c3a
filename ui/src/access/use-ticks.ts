import { keepAnswer, queryClient, useAnswer, useCommand, type Problem } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';

interface Ticks {
  ticked: readonly string[] | undefined;
  problem: Problem | null;
  tick: (step: string, done: boolean) => void;
}

/** What was ticked by hand. A tick from before the first integration counts for all of them. */
export function useTicks(integration: string | null): Ticks {
  const { data, error: problem } = useAnswer('access_read', { integration });
  const { mutate } = useCommand('access_tick', {
    onDone: (answer) => {
      keepAnswer('access_read', { integration }, answer);
      void queryClient.invalidateQueries({ queryKey: ['access_read'] });
    },
  });
  return {
    ticked: data?.ticked,
    problem,
    tick: (step, done) => mutate({ integration, step, done }, { onError: showProblem }),
  };
}
