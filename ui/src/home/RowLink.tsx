import { focusRing, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components/Link';

interface Props {
  to: string;
  title: string;
  note: string;
  /** What stands at the end of the row. */
  children: ReactNode;
}

export const rows = style({ margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' });
export const side = style({ font: 'ui', color: 'neutral-subdued', truncate: true });

const row = style<{ isHovered: boolean; isFocusVisible: boolean }>({
  ...focusRing(),
  outlineOffset: -2,
  display: 'grid',
  gridTemplateColumns: ['minmax(0, 2fr)', 'minmax(0, 2fr)', 112],
  alignItems: 'center',
  gap: 16,
  minHeight: 40,
  paddingX: 12,
  borderStyle: 'solid',
  borderWidth: 0,
  borderBottomWidth: 1,
  borderColor: 'gray-200',
  backgroundColor: { default: 'transparent', isHovered: 'gray-75' },
  textDecoration: 'none',
  color: 'neutral',
});

/** A row that leads somewhere. */
export function RowLink({ to, title, note, children }: Props) {
  return (
    <li>
      <Link href={`#${to}`} className={({ isHovered, isFocusVisible }) => row({ isHovered, isFocusVisible })}>
        <span className={style({ font: 'ui', fontWeight: 'medium', truncate: true })}>{title}</span>
        <span className={style({ font: 'ui', color: 'neutral-subdued', truncate: true })}>{note}</span>
        {children}
      </Link>
    </li>
  );
}
