import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const badge = style({
  display: 'grid',
  placeItems: 'center',
  size: 20,
  flexShrink: 0,
  borderRadius: 'full',
  backgroundColor: 'gray-200',
  font: 'ui-sm',
  fontWeight: 'bold',
});

/** The number of a step that is not done. */
export function StepNumber({ number }: { number: number }) {
  return <span className={badge}>{number}</span>;
}
