import { ActionButton } from '@react-spectrum/s2/ActionButton';
import ChevronUp from '@react-spectrum/s2/icons/ChevronUp';
import { DialogTrigger, Popover } from '@react-spectrum/s2/Popover';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { useAnswer } from '../backend/index.ts';
import { isRunning, restInWords } from './job-words.ts';
import { JobList } from './JobList.tsx';
import { JobProgress } from './JobProgress.tsx';

const line = style({ display: 'flex', alignItems: 'center', minWidth: 0 });
const title = style({ truncate: true, maxWidth: 320, marginEnd: { isRunning: 12 } });

/** What goes on in the background: the oldest job in full, the others behind a button. */
export function JobsInFooter() {
  const { data: jobs = [] } = useAnswer('jobs_list', null);
  const current = jobs.find(isRunning);
  const rest = restInWords(jobs);
  return (
    <div className={line}>
      {/* Read out when a job begins or ends, and not each time it moves on. */}
      <span role="status" className={title({ isRunning: current !== undefined })}>
        {current?.title}
      </span>
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
    </div>
  );
}
