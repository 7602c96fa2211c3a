import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go, pathOf } from '../../app/route.ts';
import { isArchive, listOf } from '../../app/view-places.ts';
import { asProblem, backend, type ViewStatus } from '../../backend/index.ts';
import { ProblemView, showProblem } from '../../problems/index.ts';

/** Why no events arrive; those that did stay on the screen. */
export function FollowingProblem({ status }: { status: ViewStatus }) {
  const { following, view, archive, total } = status;
  if (following.state !== 'retrying' && following.state !== 'ended') return null;

  /** The events stay; only the wish to follow them ends. */
  async function openArchive() {
    try {
      await backend.call('view_close', { view });
      go(pathOf({ place: 'archive', archive }));
    } catch (error) {
      showProblem(asProblem(error));
    }
  }

  return (
    <div className={style({ paddingX: 12, paddingBottom: 8 })}>
      <ProblemView
        problem={following.problem}
        actions={
          following.state === 'ended' ? (
            <>
              {total > 0 && following.problem.code === 'session-deleted' ? (
                <Button size="S" variant="primary" onPress={() => void openArchive()}>
                  Open its archive
                </Button>
              ) : null}
              <Button size="S" variant="secondary" onPress={() => go(pathOf(listOf(status)))}>
                {isArchive(status) ? 'Back to archives' : 'Back to sessions'}
              </Button>
            </>
          ) : null
        }
      />
    </div>
  );
}
