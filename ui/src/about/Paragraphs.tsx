import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

/** Text to be read, a paragraph each. */
export function Paragraphs({ children }: { children: ReactNode[] }) {
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
      {children.map((paragraph, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the paragraphs are written here and never change
        <p key={at} className={style({ font: 'body', margin: 0 })}>
          {paragraph}
        </p>
      ))}
    </div>
  );
}
