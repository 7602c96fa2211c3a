import { startTransition, useEffect, useRef, useState } from 'react';
import type { Facets } from '../../backend/index.ts';
import { parts } from './parts.ts';

type Kind = keyof Facets;

const turns: Kind[] = ['errors', ...parts.map(({ part }) => part)];

/**
 * What was counted last, but for one kind of values in each frame: dozens of values come and go with a query, and drawn all at
 * once they would hold up the next key. The first ones are not put off, for nothing is there to look at meanwhile.
 */
export function useFacetsInTurn(latest: Facets | undefined): Facets | undefined {
  const [shown, show] = useState(latest);
  if ((latest === undefined) !== (shown === undefined)) show(latest);
  // Goes round and round, so that the last kind has its turn also where counts come without a pause.
  const turn = useRef<Kind>(undefined);
  useEffect(() => {
    if (latest === undefined || shown === undefined) return;
    const next = nextInTurn(shown, latest, turn.current);
    if (next === undefined) return;
    const frame = requestAnimationFrame(() => {
      turn.current = next;
      startTransition(() => show((known) => known && { ...known, [next]: latest[next] }));
    });
    return () => cancelAnimationFrame(frame);
  }, [latest, shown]);
  return shown;
}

/** The kind of values to draw next, after the one that was drawn last: none when all are as they were counted. */
export function nextInTurn(shown: Facets, latest: Facets, last: Kind | undefined): Kind | undefined {
  const after = last === undefined ? 0 : turns.indexOf(last) + 1;
  return [...turns.slice(after), ...turns].find((kind) => shown[kind] !== latest[kind]);
}
