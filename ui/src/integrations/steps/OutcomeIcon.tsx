import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import Circle from '@react-spectrum/s2/icons/Circle';
import RemoveCircle from '@react-spectrum/s2/icons/RemoveCircle';
import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { StepOutcome } from '../../backend/index.ts';

const room = style({ display: 'grid', placeItems: 'center', size: 20, flexShrink: 0 });

/** How a check went, as a sign with a name. */
export function OutcomeIcon({ state }: { state: StepOutcome['state'] }) {
  switch (state) {
    case 'waiting':
      return <Circle aria-label="Waiting" styles={iconStyle({ color: 'gray' })} />;
    case 'running':
      return (
        <span className={room}>
          <ProgressCircle size="S" isIndeterminate aria-label="Running" />
        </span>
      );
    case 'passed':
      return <CheckmarkCircle aria-label="Passed" styles={iconStyle({ color: 'positive' })} />;
    case 'failed':
      return <AlertTriangle aria-label="Failed" styles={iconStyle({ color: 'negative' })} />;
    case 'skipped':
      return <RemoveCircle aria-label="Skipped" styles={iconStyle({ color: 'gray' })} />;
  }
}
