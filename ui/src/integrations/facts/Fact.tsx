import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

export const facts = style({ display: 'flex', flexDirection: 'column', gap: 8, margin: 0 });

const line = style({
  display: 'grid',
  gridTemplateColumns: [176, 'minmax(0, 1fr)'],
  columnGap: 16,
  alignItems: 'baseline',
});

/** One fact: its name and what is known. It stands in a `dl` with the class `facts`. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={line}>
      <dt className={style({ font: 'ui', color: 'neutral-subdued' })}>{label}</dt>
      <dd className={style({ font: 'ui', margin: 0, minWidth: 0 })}>{children}</dd>
    </div>
  );
}
