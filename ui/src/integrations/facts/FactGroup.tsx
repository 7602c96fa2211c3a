import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** What can be done with this part, at the end of its heading's line. */
  actions?: ReactNode;
  children: ReactNode;
}

const box = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  padding: 16,
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: 'gray-200',
  borderRadius: 'lg',
});

/** One part of a saved integration, read-only, under the heading of the step that it is filled in with. */
export function FactGroup({ title, actions, children }: Props) {
  return (
    <section aria-label={title} className={box}>
      <div className={style({ display: 'flex', alignItems: 'center', gap: 8, minHeight: 32, flexWrap: 'wrap' })}>
        <h2 className={style({ font: 'title', margin: 0, flexGrow: 1 })}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
