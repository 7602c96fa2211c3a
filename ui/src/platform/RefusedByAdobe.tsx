import { Button } from '@react-spectrum/s2/Button';
import { go, pathOf } from '../app/route.ts';
import type { Problem } from '../backend/index.ts';
import { ProblemView } from '../problems/index.ts';

interface Props {
  problem: Problem;
  integration: string;
  onAgain: () => void;
}

/** A call of Adobe's API that did not go well, and where to look for the reason. */
export function RefusedByAdobe({ problem, integration, onAgain }: Props) {
  return (
    <ProblemView
      problem={problem}
      actions={
        <>
          <Button variant="secondary" onPress={onAgain}>
            Try again
          </Button>
          <Button variant="secondary" onPress={() => go(pathOf({ place: 'doctor', integration }))}>
            Ask the connection doctor
          </Button>
        </>
      }
    />
  );
}
