import type { NotDeleted, PendingDeletion, Problem, SessionRow } from '../../backend/index.ts';

const MOST_NAMED = 3;

export const whatInWords = (sessions: readonly SessionRow[]): string =>
  sessions.length === 1 ? (sessions[0]?.name ?? '') : `${sessions.length.toLocaleString()} sessions`;

/** The names of some sessions, each once: “A”, “B” and 3 more. */
export function namesInWords(sessions: readonly { name: string }[]): string {
  const names = [...new Set(sessions.map(({ name }) => name))];
  const named = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  const more = names.length - named.length;
  if (more > 0) return `${named.join(', ')} and ${more.toLocaleString()} more`;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

/** Seconds until a deletion is sent; none when it no longer waits. */
export function secondsLeft({ state }: PendingDeletion, now: number): number | null {
  return state.state === 'waiting' ? Math.max(0, Math.ceil((state.sentAt - now) / 1000)) : null;
}

/** What was not deleted, as one problem. */
export function asOneProblem(failures: readonly NotDeleted[], count: number): Problem | null {
  const first = failures[0];
  if (!first) return null;
  const title =
    failures.length === 1
      ? `${first.name} was not deleted`
      : `${failures.length} of ${count} sessions were not deleted`;
  const names = failures.length === 1 ? '' : `${namesInWords(failures)}: `;
  return { ...first.problem, title, message: `${names}${first.problem.title}. ${first.problem.message}` };
}
