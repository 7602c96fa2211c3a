import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go, pathOf } from '../app/route.ts';
import type { SessionRef } from '../backend/index.ts';
import { ProblemView } from '../problems/index.ts';
import { useOpenedView } from '../sessions/index.ts';
import { Inspector } from './Inspector.tsx';
import { InspectorSkeleton } from './InspectorSkeleton.tsx';

/** One session's events, as they arrive. */
export function InspectorPlace({ integration, session }: SessionRef) {
  const { status, opened } = useOpenedView({ integration, session });
  if (status) return <Inspector key={status.view} status={status} />;
  if (!opened.error) return <InspectorSkeleton />;
  return (
    <div className={style({ padding: 32 })}>
      <ProblemView
        problem={opened.error}
        actions={
          <>
            <Button variant="secondary" isPending={opened.isFetching} onPress={() => void opened.refetch()}>
              Try again
            </Button>
            <Button variant="secondary" onPress={() => go(pathOf({ place: 'sessions', integration }))}>
              Back to sessions
            </Button>
          </>
        }
      />
    </div>
  );
}
