import type { Selecting } from '../../virtual-list/index.ts';
import { sessionsOf, type Line } from './lines.ts';

/** What is selected in the table. */
export interface Selection {
  /** The line that keys start from. */
  at: string | null;
  /** The line from which a range goes on. */
  from: string | null;
  /** The selected sessions' UUIDs. */
  sessions: ReadonlySet<string>;
}

export const nothingSelected: Selection = { at: null, from: null, sessions: new Set() };

export const onlySelected = (session: string): Selection => ({
  at: session,
  from: session,
  sessions: new Set([session]),
});

/** The selection after a line was chosen. */
export function selectedAfter(before: Selection, lines: readonly Line[], index: number, how: Selecting): Selection {
  const line = lines[index];
  if (!line) return before;
  if (how === 'range') {
    const start = lines.findIndex(({ id }) => id === before.from);
    const [first, last] = start < 0 ? [index, index] : [Math.min(start, index), Math.max(start, index)];
    return { at: line.id, from: lines[start]?.id ?? line.id, sessions: uuidsOf(lines.slice(first, last + 1)) };
  }
  const own = uuidsOf([line]);
  if (how === 'one') return { at: line.id, from: line.id, sessions: own };
  const sessions = new Set(before.sessions);
  const isTaken = isLineSelected(before, line);
  for (const uuid of own) {
    if (isTaken) sessions.delete(uuid);
    else sessions.add(uuid);
  }
  return { at: line.id, from: line.id, sessions };
}

export const allSelected = (before: Selection, lines: readonly Line[]): Selection => ({
  ...before,
  sessions: uuidsOf(lines),
});

/** A group is selected when all its sessions are. */
export const isLineSelected = ({ sessions }: Selection, line: Line): boolean =>
  sessionsOf(line).every(({ uuid }) => sessions.has(uuid));

const uuidsOf = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(lines.flatMap(sessionsOf).map(({ uuid }) => uuid));
