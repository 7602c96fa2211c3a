import { asProblem, backend, queryClient } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';

/** Puts a job away that has ended. */
export function dismissJob(job: string): void {
  ask('job_dismiss', job);
}

/** Calls a job off. */
export function cancelJob(job: string): void {
  ask('job_cancel', job);
}

function ask(command: 'job_dismiss' | 'job_cancel', job: string): void {
  backend.call(command, { job }).then(
    () => queryClient.invalidateQueries({ queryKey: ['jobs_list'] }),
    (error: unknown) => showProblem(asProblem(error)),
  );
}
