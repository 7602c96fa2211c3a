import Lock from '@react-spectrum/s2/illustrations/linear/LockClose';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface Props {
  title: string;
  text: string;
  children: ReactNode;
}

/** The frame of all screens about the vault. */
export function VaultScreen({ title, text, children }: Props) {
  return (
    <div
      className={style({
        display: 'grid',
        placeItems: 'center',
        minHeight: 'full',
        padding: 32,
        boxSizing: 'border-box',
      })}
    >
      <section
        aria-label={title}
        className={style({ display: 'flex', flexDirection: 'column', gap: 16, width: 400, maxWidth: 'full' })}
      >
        <Lock styles={style({ marginStart: '[-18px]' })} />
        <h2 className={style({ font: 'heading', margin: 0 })}>{title}</h2>
        <p className={style({ font: 'body', margin: 0 })}>{text}</p>
        {children}
      </section>
    </div>
  );
}
