import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go, pathOf } from '../../app/route.ts';
import type { ViewStatus } from '../../backend/index.ts';
import { ProblemView } from '../../problems/index.ts';

/** Why no events arrive; those that did stay on the screen. */
export function FollowingProblem({ status }: { status: ViewStatus }) {
  const { following, integration } = status;
  if (following.state !== 'retrying' && following.state !== 'ended') return null;
  return (
    <div className={style({ paddingX: 12, paddingBottom: 8 })}>
      <ProblemView
        problem={following.problem}
        actions={
          following.state === 'ended' ? (
            <Button size="S" variant="secondary" onPress={() => go(pathOf({ place: 'sessions', integration }))}>
              Back to sessions
            </Button>
          ) : null
        }
      />
    </div>
  );
}
