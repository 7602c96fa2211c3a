import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { pathOf } from '../app/route.ts';

/** The way to the access guide, for those who have nothing at Adobe yet. */
export function BeforeYouStart() {
  return (
    <p className={style({ font: 'body', margin: 0 })}>
      <Link href={`#${pathOf({ place: 'access', integration: null })}`}>What you need before you start</Link>: who has
      to do what at Adobe, step by step. To try the program with the practice workspace you need nothing.
    </p>
  );
}
