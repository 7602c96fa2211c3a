import { useEffect, useRef, useState } from 'react';
import { asProblem, backend } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';
import { useInspector } from '../inspector-context.ts';

const pauseMs = 200;

interface MomentState {
  /** Where the cursor is; null while no event is shown. */
  cursor: number | null;
  /** Moves the cursor, and shows the event that is nearest; `settles` then moves the cursor to that event. */
  goTo: (moment: number, settles?: boolean) => void;
  /** Lets the cursor follow the shown event again. */
  settle: () => void;
}

/** Where the cursor was sent. */
interface Aim {
  at: number;
  /** Whether it is left there only until the event is shown. */
  settles: boolean;
  /** When the event was that was shown then. */
  shownAt: number | null;
}

/** The moment that the strip and the list are at. */
export function useMoment(): MomentState {
  const { view, shown, shownAt, showEvent } = useInspector();
  const [aim, setAim] = useState<Aim | null>(null);
  const wanted = useRef<number | null>(null);
  const isAsking = useRef(false);
  const found = useRef<string | null>(null);
  const show = useRef(showEvent);
  useEffect(() => {
    show.current = showEvent;
  });

  // An event that was chosen elsewhere takes the cursor with it.
  const uuid = shown?.uuid ?? null;
  useEffect(() => {
    if (uuid !== found.current) setAim(null);
  }, [uuid]);

  async function ask() {
    isAsking.current = true;
    try {
      while (wanted.current !== null) {
        const at = wanted.current;
        wanted.current = null;
        const placed = await backend.call('view_moment', { view, at });
        if (placed && placed.uuid !== found.current) {
          found.current = placed.uuid;
          show.current(placed.uuid, placed.index);
        } else setAim((before) => (before?.settles ? null : before));
        // Whoever holds a key down is led there five times a second.
        if (wanted.current !== null) await new Promise((resume) => setTimeout(resume, pauseMs));
      }
    } catch (error) {
      showProblem(asProblem(error));
    }
    isAsking.current = false;
  }

  return {
    cursor: aim && !(aim.settles && shownAt !== aim.shownAt) ? aim.at : shownAt,
    goTo(to, settles = false) {
      setAim({ at: to, settles, shownAt });
      wanted.current = to;
      if (uuid !== found.current) found.current = null;
      if (!isAsking.current) void ask();
    },
    settle: () => setAim(null),
  };
}
