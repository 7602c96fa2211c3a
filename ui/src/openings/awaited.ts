import type { Job } from '../backend/index.ts';

/** An import whose archive is to be shown. */
export interface Awaited {
  job: string;
  /** Where the user was when the file was opened. */
  askedAt: string;
}

interface Ending {
  isAwaited: boolean;
  /** To be shown now. */
  archive: string | null;
}

/** What has become of an awaited import: it goes on, is to be shown, or is no longer waited for. */
export function endingOf({ job, askedAt }: Awaited, jobs: readonly Job[], here: string): Ending {
  const state = jobs.find((each) => each.job === job)?.state;
  if (here !== askedAt) return { isAwaited: false, archive: null };
  if (state === undefined || state.state === 'running') return { isAwaited: true, archive: null };
  return { isAwaited: false, archive: state.state === 'done' ? state.archive : null };
}
