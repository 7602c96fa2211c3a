import { useEffect, useEffectEvent } from 'react';
import { asProblem, backend, type Opening } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';

/** Takes what the program was asked from outside to open: what waited for the window, and what comes later. */
export function useOpenings(open: (opening: Opening) => void): void {
  const take = useEffectEvent(() => {
    backend.call('openings_take', null).then(
      (openings) => openings.forEach(open),
      (error: unknown) => showProblem(asProblem(error)),
    );
  });

  useEffect(() => {
    take();
    return backend.onTick((tick) => {
      if (tick.kind === 'openings') take();
    });
  }, []);
}
