import { Button } from '@react-spectrum/s2/Button';
import { go, pathOf } from '../app/route.ts';
import { useArchiveOf } from '../archives/index.ts';
import type { SessionRef } from '../backend/index.ts';
import { useOpenedView } from '../sessions/index.ts';
import { OpenedInspector } from './OpenedInspector.tsx';

/** One session's events, as they arrive. */
export function InspectorPlace({ integration, session }: SessionRef) {
  const archive = useArchiveOf(session);
  return (
    <OpenedInspector
      view={useOpenedView({ integration, session })}
      waysOut={
        <>
          {archive === null ? null : (
            <Button variant="secondary" onPress={() => go(pathOf({ place: 'archive', archive }))}>
              Open its archive
            </Button>
          )}
          <Button variant="secondary" onPress={() => go(pathOf({ place: 'sessions', integration }))}>
            Back to sessions
          </Button>
        </>
      }
    />
  );
}
