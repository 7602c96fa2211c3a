import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

/** A quiet sentence below something. */
export function SmallNote({ children }: { children: ReactNode }) {
  return <p className={style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 })}>{children}</p>;
}
