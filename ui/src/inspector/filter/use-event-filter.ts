import { useEffect, useRef, useState } from 'react';
import { asProblem, backend, keepViewStatus, type ViewStatus } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';
import { localZone, nameOf } from './event-filter.ts';
import type { Mistake } from './mistake.ts';
import type { SetFilter, TypedFilter } from './typed-filter.ts';

const typingPauseMs = 150;
const mistakePauseMs = 350;

/** The filter as the user wants it, sent to Rust when they pause typing and the query can be understood. */
export function useEventFilter({ view, filter }: ViewStatus): TypedFilter & { setFilter: SetFilter } {
  const [wanted, setWanted] = useState(filter);
  const [mistake, setMistake] = useState<Mistake | null>(null);
  const asked = useRef(filter);
  const sent = useRef(filter);

  useEffect(() => {
    if (wanted === asked.current) return;
    let isOver = false;
    let timer = setTimeout(() => void send(), typingPauseMs);

    async function send() {
      try {
        const { mistake: found } = await backend.call('query_check', { text: wanted.text });
        if (isOver) return;
        asked.current = wanted;
        // Whoever types on is not told of half a query.
        timer = setTimeout(() => setMistake(found && { text: wanted.text, ...found }), found ? mistakePauseMs : 0);
        const text = found ? sent.current.text : wanted.text;
        const next = { ...wanted, text, zoneMinutes: localZone() };
        if (nameOf(next) === nameOf(sent.current)) return;
        sent.current = next;
        const answer = await backend.call('view_filter', { view, filter: next });
        if (sent.current === next) keepViewStatus(answer);
      } catch (error) {
        showProblem(asProblem(error));
      }
    }

    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [wanted, view]);

  return { filter: wanted, setFilter: setWanted, mistake };
}
