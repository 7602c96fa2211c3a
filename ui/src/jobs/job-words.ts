import type { Job, JobState } from '../backend/index.ts';

export type Ended = Job & { state: Exclude<JobState, { state: 'running' }> };

export const isRunning = ({ state }: Job): boolean => state.state === 'running';

const isEnded = (job: Job): job is Ended => !isRunning(job);

/** The jobs that ended and were not told of yet; none while nothing is known of before. */
export function endedSince(jobs: readonly Job[], told: ReadonlySet<string> | null): Ended[] {
  return told === null ? [] : jobs.filter(isEnded).filter(({ job }) => !told.has(job));
}

/** The jobs that need not be told of any more. */
export function toldOf(jobs: readonly Job[]): ReadonlySet<string> {
  return new Set(jobs.filter(isEnded).map(({ job }) => job));
}

/** The title of a job that is done: what was going on has happened. */
export const doneInWords = (title: string): string =>
  title
    .replace(/^Importing /, 'Imported ')
    .replace(/^Exporting /, 'Exported ')
    .replace(/^Archiving /, 'Archived ');

/** How far a job is: "40 %, 3,248 events". */
export function progressInWords({ done, events }: Job): string {
  const said = done === null ? [] : [done.toLocaleString(undefined, { style: 'percent', maximumFractionDigits: 0 })];
  if (events > 0) said.push(events === 1 ? '1 event' : `${events.toLocaleString()} events`);
  return said.join(', ');
}

/** What the footer's button to all jobs says; none when there is nothing more to see than the job beside it. */
export function restInWords(jobs: readonly Job[]): string | null {
  const running = jobs.filter(isRunning).length;
  const failed = jobs.filter(({ state }) => state.state === 'failed').length;
  const ended = jobs.length - running;
  if (running > 1) return `${jobs.length.toLocaleString()} jobs`;
  if (failed > 0) return failed === 1 ? '1 job failed' : `${failed.toLocaleString()} jobs failed`;
  if (ended > 0) return ended === 1 ? '1 job done' : `${ended.toLocaleString()} jobs done`;
  return null;
}
