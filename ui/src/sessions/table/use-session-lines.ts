import { useCallback, useMemo } from 'react';
import { useRemembered } from '../../app/remembered.ts';
import type { SessionRow } from '../../backend/index.ts';
import { groupedLines, groupOf, plainLines, type Line } from './lines.ts';

/** Groups that are remembered as folded; the days of older ones are over. */
const MOST_FOLDED = 500;

export interface SessionLines {
  lines: Line[];
  isGrouped: boolean;
  setGrouped: (isGrouped: boolean) => void;
  /** Shows or hides the sessions of a group. */
  fold: (group: string, isFolded: boolean) => void;
  /** Unfolds the group of a session. */
  uncover: (session: SessionRow) => void;
}

/** The sessions as lines of the table. While it is searched nothing is folded, so that everything found is seen. */
export function useSessionLines(rows: SessionRow[], isSearched: boolean): SessionLines {
  const [grouped, setGrouped] = useRemembered('sessions.grouped');
  const [kept, keep] = useRemembered('sessions.folded');
  const isGrouped = grouped !== 'no';
  const folded = useMemo(() => new Set(kept?.split('\n')), [kept]);

  const fold = useCallback(
    (group: string, isFolded: boolean) => {
      const others = [...folded].filter((each) => each !== '' && each !== group);
      keep([...others, ...(isFolded ? [group] : [])].slice(-MOST_FOLDED).join('\n'));
    },
    [folded, keep],
  );

  const lines = useMemo(
    () => (isGrouped ? groupedLines(rows, (group) => !isSearched && folded.has(group)) : plainLines(rows)),
    [rows, isGrouped, isSearched, folded],
  );

  return {
    lines,
    isGrouped,
    setGrouped: useCallback((next: boolean) => setGrouped(next ? 'yes' : 'no'), [setGrouped]),
    fold,
    uncover: useCallback(
      (session: SessionRow) => {
        const group = groupOf(session);
        if (group !== null) fold(group, false);
      },
      [fold],
    ),
  };
}
