import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go, pathOf } from '../app/route.ts';
import type { Job } from '../backend/index.ts';
import { ProblemView } from '../problems/index.ts';
import { dismissJob } from './job-commands.ts';
import { JobProgress } from './JobProgress.tsx';

const item = style({ display: 'flex', flexDirection: 'column', gap: 8, minWidth: 0 });
const title = style({ fontWeight: 'medium', overflowWrap: 'anywhere' });

/** One job: how far it is, what came of it, or why it failed. */
export function JobItem({ job }: { job: Job }) {
  return (
    <li aria-label={job.title} className={item}>
      <span className={title}>{job.title}</span>
      <Outcome job={job} />
    </li>
  );
}

function Outcome({ job }: { job: Job }) {
  const { state } = job;
  switch (state.state) {
    case 'running':
      return <JobProgress job={job} size="M" />;
    case 'calledOff':
      return <Ended job={job} text="Called off. Nothing is left behind." archive={null} />;
    case 'done':
      return <Ended job={job} text={state.note} archive={state.archive} />;
    case 'failed':
      return <ProblemView problem={state.problem} actions={<PutAway job={job} />} />;
  }
}

function Ended({ job, text, archive }: { job: Job; text: string; archive: string | null }) {
  return (
    <>
      <span className={style({ color: 'neutral-subdued', overflowWrap: 'anywhere' })}>{text}</span>
      <div className={style({ display: 'flex', gap: 8 })}>
        {archive === null ? null : (
          <ActionButton
            size="S"
            aria-label={`Open what came of ${job.title}`}
            onPress={() => {
              go(pathOf({ place: 'archive', archive }));
              dismissJob(job.job);
            }}
          >
            Open
          </ActionButton>
        )}
        <PutAway job={job} />
      </div>
    </>
  );
}

function PutAway({ job }: { job: Job }) {
  return (
    <ActionButton size="S" aria-label={`Put away ${job.title}`} onPress={() => dismissJob(job.job)}>
      Put away
    </ActionButton>
  );
}
