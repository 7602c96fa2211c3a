import {
  keepAnswer,
  queryClient,
  useAnswer,
  useCommand,
  type Guide,
  type GuideAction,
  type GuideActionName,
  type GuideKind,
} from '../backend/index.ts';
import { showDone } from '../problems/index.ts';
import { doneWords } from './guide-words.ts';

/** A guided change of one integration, as Rust knows it, and the way to go on with it. */
export function useGuide(
  integration: string,
  kind: GuideKind,
  onDone: (guide: Guide, action: GuideActionName) => void,
) {
  const request = { integration, guide: kind };
  const opened = useAnswer('guide_open', request);
  const act = useCommand('guide_act', {
    onDone: (guide, { action }) => {
      keepAnswer('guide_open', request, guide);
      void queryClient.invalidateQueries({ queryKey: ['integrations_list'] });
      const words = doneWords[action.do];
      if (words) showDone(words);
      onDone(guide, action.do);
    },
  });
  return {
    guide: opened.data,
    /** Why the guide cannot be shown. */
    problem: opened.data ? null : opened.error,
    tryAgain: () => void opened.refetch(),
    /** Does an action; true when it was done. */
    act: async (action: GuideAction): Promise<boolean> =>
      act.mutateAsync({ ...request, action }).then(
        () => true,
        () => false,
      ),
    /** The action that is being done. */
    underWay: act.isPending ? act.variables.action.do : null,
    /** Why the last action was refused; none when the user gave it up. */
    refusal: act.error && act.error.code !== 'cancelled' ? act.error : null,
  };
}
