import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ViewStatus } from '../backend/index.ts';
import { ProblemView } from '../problems/index.ts';
import { useOpenedArchive, type OpenedView } from '../sessions/index.ts';
import { Comparison } from './Comparison.tsx';

/** Opens both sides, then compares them. */
export function ComparedSessions({ left, right }: { left: string; right: string }) {
  const sides = [useOpenedArchive({ archive: left }), useOpenedArchive({ archive: right })] as const;
  const problem = sides[0].opened.error ?? sides[1].opened.error;
  if (problem) {
    return (
      <div className={style({ padding: 12 })}>
        <ProblemView problem={problem} />
      </div>
    );
  }
  const [onLeft, onRight] = [open(sides[0]), open(sides[1])];
  if (!onLeft || !onRight) {
    return (
      <div className={style({ display: 'grid', placeItems: 'center', flexGrow: 1 })}>
        <ProgressCircle isIndeterminate aria-label="Opening the sessions" />
      </div>
    );
  }
  return <Comparison left={onLeft} right={onRight} />;
}

/** A view is asked for anew each time the place is shown; until then the answer may be of one that was closed. */
function open({ status, opened }: OpenedView): ViewStatus | undefined {
  return opened.isSuccess ? status : undefined;
}
