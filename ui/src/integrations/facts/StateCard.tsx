import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** What matters most, in large type. */
  state: ReactNode;
  note: ReactNode;
  actions: ReactNode;
}

const card = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  flexGrow: 1,
  flexBasis: 0,
  minWidth: 320,
  boxSizing: 'border-box',
  padding: 16,
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: 'gray-200',
  borderRadius: 'lg',
});

/** Something that runs out: how long it lasts, and how to have it anew. */
export function StateCard({ title, state, note, actions }: Props) {
  return (
    <section aria-label={title} className={card}>
      <h2 className={style({ font: 'title-sm', margin: 0, color: 'neutral-subdued' })}>{title}</h2>
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 2 })}>
        <span className={style({ font: 'heading-sm' })}>{state}</span>
        <span className={style({ font: 'ui', color: 'neutral-subdued' })}>{note}</span>
      </div>
      <div className={style({ display: 'flex', gap: 8, flexWrap: 'wrap' })}>{actions}</div>
    </section>
  );
}
