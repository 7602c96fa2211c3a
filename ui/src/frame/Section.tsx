import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** Actions at the end of the heading's line. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a place, under its own heading. */
export function Section({ title, actions, children }: Props) {
  return (
    <section aria-label={title} className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
      <div className={style({ display: 'flex', alignItems: 'center', gap: 16, minHeight: 32 })}>
        <h2 className={style({ font: 'title-lg', margin: 0, flexGrow: 1 })}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
