import { useEffect, useRef } from 'react';
import { go, pathOf } from '../app/route.ts';
import { useAnswer } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';
import { toast } from '../toasts/index.ts';
import { dismissJob } from './job-commands.ts';
import { doneInWords, endedSince, toldOf, type Ended } from './job-words.ts';

const SHOWN_MS = 12_000;

/** Tells of each job that ends while the window is open; the footer keeps it until it is put away. */
export function useJobToasts(): void {
  const { data: jobs } = useAnswer('jobs_list', null);
  const told = useRef<ReadonlySet<string> | null>(null);

  useEffect(() => {
    if (!jobs) return;
    for (const job of endedSince(jobs, told.current)) tell(job);
    told.current = new Set([...(told.current ?? []), ...toldOf(jobs)]);
  }, [jobs]);
}

function tell({ job, title, state }: Ended): void {
  switch (state.state) {
    case 'calledOff':
      // Whoever called it off knows.
      return dismissJob(job);
    case 'failed':
      return showProblem(state.problem);
    case 'done':
      return tellDone(job, `${doneInWords(title)}: ${state.note}`, state.archive);
  }
}

function tellDone(job: string, text: string, archive: string | null): void {
  const open = (made: string) => {
    go(pathOf({ place: 'archive', archive: made }));
    dismissJob(job);
  };
  toast('positive', text, {
    forMs: SHOWN_MS,
    ...(archive !== null && { action: { label: 'Open', run: () => open(archive) } }),
  });
}
