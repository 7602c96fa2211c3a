import { ProgressBar } from '@react-spectrum/s2/ProgressBar';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { receivedInWords } from './update-words.ts';

interface Props {
  received: number;
  /** Bytes of the whole; none while that is not known. */
  size: number | null;
}

const line = style({ display: 'flex', alignItems: 'center', gap: 12 });
const words = style({ font: 'ui-sm', color: 'neutral-subdued', fontVariantNumeric: 'tabular-nums' });

/** How far a download is. */
export function UpdateProgress({ received, size }: Props) {
  return (
    <div className={line}>
      <ProgressBar
        aria-label="Download of the new version"
        size="S"
        {...(size ? { value: (received / size) * 100 } : { isIndeterminate: true })}
        styles={style({ width: 160 })}
      />
      <span className={words}>{receivedInWords(received, size)}</span>
    </div>
  );
}
