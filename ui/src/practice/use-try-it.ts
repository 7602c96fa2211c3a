import { go, pathOf } from '../app/route.ts';
import { queryClient, useCommand } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';

/** Sets up the practice workspace and opens its session. */
export function useTryIt() {
  const { mutate, isPending } = useCommand('practice_try', {
    onDone: ({ integration, session }) => {
      void queryClient.invalidateQueries({ queryKey: ['integrations_list'] });
      go(pathOf({ place: 'inspector', integration, session }));
    },
  });
  return { tryIt: () => mutate(null, { onError: showProblem }), isTrying: isPending };
}
