import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { ProgressBar } from '@react-spectrum/s2/ProgressBar';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Job } from '../backend/index.ts';
import { cancelJob } from './job-commands.ts';
import { progressInWords } from './job-words.ts';

const line = style({ display: 'flex', alignItems: 'center', gap: 12, flexShrink: 0 });
const words = style({ font: 'ui-sm', color: 'neutral-subdued', fontVariantNumeric: 'tabular-nums' });

/** How far a job is, and the way to call it off. */
export function JobProgress({ job, size }: { job: Job; size: 'S' | 'M' }) {
  return (
    <div className={line}>
      <ProgressBar
        aria-label={job.title}
        size={size}
        {...(job.done === null ? { isIndeterminate: true } : { value: job.done * 100 })}
        styles={style({ width: 120 })}
      />
      <span className={words}>{progressInWords(job)}</span>
      <ActionButton size="XS" aria-label={`Cancel ${job.title}`} onPress={() => cancelJob(job.job)}>
        Cancel
      </ActionButton>
    </div>
  );
}
