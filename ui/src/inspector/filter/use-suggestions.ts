import { useEffect, useRef, useState } from 'react';
import { backend, type QueryCompletion, type QueryCompletions } from '../../backend/index.ts';
import { columnOf, shownByItself, type Typed } from './suggesting.ts';

const pauseMs = 80;

export interface Suggestions {
  /** What is offered; none while nothing is. */
  offered: QueryCompletions | null;
  /** The text that they are for. */
  offeredFor: string;
  /** Which of them is under the keys; none at first. */
  active: number | null;
  choose: (active: number | null) => void;
  /** Asks what fits, a moment after the last key. Asked on purpose, it is shown wherever the caret is. */
  ask: (typed: Typed, onPurpose?: boolean) => void;
  close: () => void;
  /** The one that Enter would take. */
  chosen: QueryCompletion | undefined;
}

/** What may be written next in the query. Typing never waits for it, and an answer that is overtaken is dropped. */
export function useSuggestions(view: string | null): Suggestions {
  const [offered, setOffered] = useState<QueryCompletions | null>(null);
  const [offeredFor, setOfferedFor] = useState('');
  const [active, setActive] = useState<number | null>(null);
  const turn = useRef(0);

  function ask(typed: Typed, onPurpose = false) {
    turn.current += 1;
    const mine = turn.current;
    setActive(null);
    setTimeout(() => void answer(), onPurpose ? 0 : pauseMs);

    async function answer() {
      if (mine !== turn.current) return;
      try {
        const found = await backend.call('query_complete', { view, text: typed.text, column: columnOf(typed) });
        if (mine !== turn.current) return;
        const all = found.items.length > 0 ? found : null;
        setOffered(onPurpose ? all : shownByItself(typed, found));
        setOfferedFor(typed.text);
      } catch {
        // Whoever types goes on without suggestions.
        if (mine === turn.current) setOffered(null);
      }
    }
  }

  function close() {
    turn.current += 1;
    setOffered(null);
    setActive(null);
  }

  // What is still to come is for nobody.
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  return { offered, offeredFor, active, choose: setActive, ask, close, chosen: offered?.items[active ?? -1] };
}
