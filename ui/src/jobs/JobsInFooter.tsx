import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { whenShown } from '../app/when-shown.tsx';
import { useAnswer } from '../backend/index.ts';
import { isRunning } from './job-words.ts';

const RunningJobs = whenShown(async () => (await import('./RunningJobs.tsx')).RunningJobs, null);

const line = style({ display: 'flex', alignItems: 'center', minWidth: 0 });
const title = style({ truncate: true, maxWidth: 320, marginEnd: { isRunning: 12 } });

/** What goes on in the background: the oldest job in full, the others behind a button. */
export function JobsInFooter() {
  const { data: jobs = [] } = useAnswer('jobs_list', null);
  const current = jobs.find(isRunning);
  return (
    <div className={line}>
      {/* Read out when a job begins or ends, and not each time it moves on. */}
      <span role="status" className={title({ isRunning: current !== undefined })}>
        {current?.title}
      </span>
      {jobs.length > 0 ? <RunningJobs jobs={jobs} /> : null}
    </div>
  );
}
