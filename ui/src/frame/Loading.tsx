import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useLasting } from './use-lasting.ts';

const NOTICEABLE_MS = 150;

/** Stands for a place whose answer is on its way; shows nothing when the answer comes at once. */
export function Loading() {
  if (!useLasting(true, NOTICEABLE_MS)) return null;
  return (
    <div className={style({ display: 'grid', placeItems: 'center', minHeight: 'full' })}>
      <ProgressCircle isIndeterminate aria-label="Loading" />
    </div>
  );
}
