import { Button } from '@react-spectrum/s2/Button';
import { go, pathOf } from '../app/route.ts';
import type { ArchiveRef } from '../backend/index.ts';
import { useOpenedArchive } from '../sessions/index.ts';
import { OpenedInspector } from './OpenedInspector.tsx';

/** The events of an archive, with all that is done with them but following. */
export function ArchivePlace({ archive }: ArchiveRef) {
  return (
    <OpenedInspector
      view={useOpenedArchive({ archive })}
      waysOut={
        <Button variant="secondary" onPress={() => go(pathOf({ place: 'archives' }))}>
          Back to archives
        </Button>
      }
    />
  );
}
