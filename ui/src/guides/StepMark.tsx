import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { GuideStepState } from '../backend/index.ts';

const badge = style<{ isNext: boolean }>({
  display: 'grid',
  placeItems: 'center',
  size: 20,
  flexShrink: 0,
  borderRadius: 'full',
  backgroundColor: { default: 'gray-200', isNext: 'accent' },
  font: 'ui-sm',
  fontWeight: 'bold',
  color: { default: 'neutral-subdued', isNext: 'white' },
});

interface Props {
  state: GuideStepState['state'];
  number: number;
}

/** How a step is, as a sign with a name. */
export function StepMark({ state, number }: Props) {
  if (state === 'done') return <CheckmarkCircle aria-label="Done" styles={iconStyle({ color: 'positive' })} />;
  if (state === 'failed') return <AlertTriangle aria-label="Failed" styles={iconStyle({ color: 'negative' })} />;
  return <span className={badge({ isNext: state === 'current' })}>{number}</span>;
}
