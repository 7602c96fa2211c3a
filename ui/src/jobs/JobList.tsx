import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Job } from '../backend/index.ts';
import { JobItem } from './JobItem.tsx';

const list = style({
  display: 'flex',
  flexDirection: 'column',
  flexGrow: 1,
  margin: 0,
  padding: 16,
  gap: 16,
  maxHeight: 400,
  overflow: 'auto',
  listStyleType: 'none',
  font: 'ui',
});

/** Every job that goes on, and what ended and was not put away. */
export function JobList({ jobs }: { jobs: Job[] }) {
  return (
    <ul aria-label="Jobs" className={list}>
      {jobs.map((job) => (
        <JobItem key={job.job} job={job} />
      ))}
    </ul>
  );
}
