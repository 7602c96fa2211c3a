import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface Props {
  /** `text` keeps lines readable; `table` takes the room that rows need. */
  width?: 'text' | 'table';
  children: ReactNode;
}

const page = style<{ width: 'text' | 'table' }>({
  display: 'flex',
  flexDirection: 'column',
  gap: 24,
  boxSizing: 'border-box',
  padding: 32,
  maxWidth: { width: { text: 880, table: 1440 } },
  // In a lower window, the place scrolls: a table of two rows is none.
  minHeight: { width: { text: 'full', table: 440 } },
  height: { width: { table: 'full' } },
});

/** The space that a place is laid out in. */
export function Page({ width = 'text', children }: Props) {
  return <div className={page({ width })}>{children}</div>;
}
