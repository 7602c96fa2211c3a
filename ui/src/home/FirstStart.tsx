import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { BeforeYouStart } from './BeforeYouStart.tsx';
import { WaysIn } from './WaysIn.tsx';

const middle = style({
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'center',
  gap: 32,
  boxSizing: 'border-box',
  width: 'full',
  maxWidth: 960,
  minHeight: 'full',
  marginX: 'auto',
  padding: 32,
});

/** What a person sees who has nothing set up yet. */
export function FirstStart() {
  return (
    <div className={middle}>
      <h2 className={style({ font: 'heading-xl', margin: 0 })}>Inspect what your app tells Adobe.</h2>
      <WaysIn />
      <BeforeYouStart />
    </div>
  );
}
