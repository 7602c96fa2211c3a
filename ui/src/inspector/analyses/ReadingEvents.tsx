import { ProgressBar } from '@react-spectrum/s2/ProgressBar';
import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReadingProgress } from '../../backend/index.ts';

/** How far an analysis has read. Another tab ends it; what was read is kept. */
export function ReadingEvents({ progress }: { progress: ReadingProgress | null }) {
  if (progress === null || progress.of === 0) {
    return <ProgressCircle isIndeterminate aria-label="Reading the events" />;
  }
  const { read, of } = progress;
  return (
    <ProgressBar
      label="Reading the events"
      value={read}
      maxValue={of}
      valueLabel={`${read.toLocaleString()} of ${of.toLocaleString()}`}
      styles={style({ width: 320 })}
    />
  );
}
