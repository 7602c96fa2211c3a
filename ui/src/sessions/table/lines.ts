import type { SessionRow } from '../../backend/index.ts';

/** Sessions of one name that were created on one day. */
export interface GroupLine {
  kind: 'group';
  id: string;
  name: string;
  /** A moment of the day. */
  day: number;
  sessions: SessionRow[];
  isFolded: boolean;
}

export interface SessionLine {
  kind: 'session';
  id: string;
  session: SessionRow;
  /** The group that it is shown under. */
  group: string | null;
}

/** A line of the table. */
export type Line = GroupLine | SessionLine;

/** Which group a session belongs to; none where Adobe does not tell its day. */
export function groupOf({ name, createdAt }: SessionRow): string | null {
  return createdAt === null ? null : `${new Date(createdAt).toDateString()} ${name.trim().toLowerCase()}`;
}

/** The sessions in their order; those of a group come together where the first of them is. */
export function groupedLines(rows: readonly SessionRow[], isFolded: (group: string) => boolean): Line[] {
  const groups = new Map<string, SessionRow[]>();
  for (const row of rows) {
    const group = groupOf(row);
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const lines: Line[] = [];
  for (const row of rows) {
    const group = groupOf(row);
    const sessions = group === null ? [row] : (groups.get(group) ?? []);
    if (group === null || sessions.length === 1) lines.push(sessionLine(row, null));
    else if (sessions[0] === row) lines.push(...linesOf(group, sessions, isFolded(group)));
  }
  return lines;
}

/** The sessions in their order, each for itself. */
export const plainLines = (rows: readonly SessionRow[]): Line[] => rows.map((row) => sessionLine(row, null));

/** The sessions that a line stands for. */
export const sessionsOf = (line: Line): SessionRow[] => (line.kind === 'group' ? line.sessions : [line.session]);

function linesOf(id: string, sessions: SessionRow[], isFolded: boolean): Line[] {
  const first = sessions[0];
  const { name = '', createdAt } = first ?? {};
  const group: GroupLine = { kind: 'group', id, name, day: createdAt ?? 0, sessions, isFolded };
  return isFolded ? [group] : [group, ...sessions.map((session) => sessionLine(session, id))];
}

const sessionLine = (session: SessionRow, group: string | null): SessionLine => ({
  kind: 'session',
  id: session.uuid,
  session,
  group,
});
