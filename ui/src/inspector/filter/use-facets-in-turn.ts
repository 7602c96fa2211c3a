import { startTransition, useEffect, useRef, useState } from 'react';
import type { Facets } from '../../backend/index.ts';
import { parts } from './parts.ts';

const turns: (keyof Facets)[] = ['errors', ...parts.map(({ part }) => part)];

/**
 * What was counted last, but for one kind of values in each frame: dozens of values come and go with a query, and drawn all at
 * once they would hold up the next key. The first ones are not put off, for nothing is there to look at meanwhile.
 */
export function useFacetsInTurn(latest: Facets | undefined): Facets | undefined {
  const [shown, show] = useState(latest);
  if ((latest === undefined) !== (shown === undefined)) show(latest);
  // Goes round and round, so that the last kind has its turn also where counts come without a pause.
  const turn = useRef(0);
  useEffect(() => {
    if (latest === undefined || shown === undefined) return;
    const next = [...turns.slice(turn.current), ...turns].find((kind) => shown[kind] !== latest[kind]);
    if (next === undefined) return;
    const frame = requestAnimationFrame(() => {
      turn.current = turns.indexOf(next) + 1;
      startTransition(() => show((known) => known && { ...known, [next]: latest[next] }));
    });
    return () => cancelAnimationFrame(frame);
  }, [latest, shown]);
  return shown;
}
