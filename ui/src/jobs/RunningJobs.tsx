import { ActionButton } from '@react-spectrum/s2/ActionButton';
import ChevronUp from '@react-spectrum/s2/icons/ChevronUp';
import { DialogTrigger, Popover } from '@react-spectrum/s2/Popover';
import { Text } from '@react-spectrum/s2/Text';
import type { Job } from '../backend/index.ts';
import { isRunning, restInWords } from './job-words.ts';
import { JobList } from './JobList.tsx';
import { JobProgress } from './JobProgress.tsx';

/** How far the oldest job is, and the others behind a button. */
export function RunningJobs({ jobs }: { jobs: Job[] }) {
  const current = jobs.find(isRunning);
  const rest = restInWords(jobs);
  return (
    <>
      {current ? <JobProgress job={current} size="S" /> : null}
      {rest === null ? null : (
        <DialogTrigger>
          <ActionButton isQuiet size="XS">
            <Text>{rest}</Text>
            <ChevronUp />
          </ActionButton>
          <Popover aria-label="Jobs" placement="top start" hideArrow size="M">
            <JobList jobs={jobs} />
          </Popover>
        </DialogTrigger>
      )}
    </>
  );
}
