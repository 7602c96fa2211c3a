import { focusRing, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link } from 'react-aria-components/Link';
import type { ReactNode } from 'react';

interface Props {
  to: string;
  icon: ReactNode;
  isCurrent: boolean;
  children: string;
  onMiddleClick?: () => void;
  /** What stands beside the link. */
  after?: ReactNode;
}

const link = style<{ isCurrent: boolean; isHovered: boolean; isFocusVisible: boolean }>({
  ...focusRing(),
  outlineOffset: -2,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minWidth: 0,
  flexGrow: 1,
  boxSizing: 'border-box',
  height: 32,
  paddingX: 12,
  borderRadius: 'default',
  font: 'ui',
  fontWeight: { default: 'normal', isCurrent: 'bold' },
  textDecoration: 'none',
  color: { default: 'neutral-subdued', isHovered: 'neutral', isCurrent: 'neutral' },
  backgroundColor: { default: 'transparent', isHovered: 'gray-200', isCurrent: 'gray-200' },
  transition: 'default',
  '--iconPrimary': { type: 'fill', value: 'currentColor' },
});

export function NavigationLink({ to, icon, isCurrent, children, onMiddleClick, after }: Props) {
  return (
    <li className={style({ display: 'flex', alignItems: 'center', gap: 4, minWidth: 0 })}>
      <Link
        href={`#${to}`}
        aria-current={isCurrent ? 'page' : undefined}
        className={({ isHovered, isFocusVisible }) => link({ isCurrent, isHovered, isFocusVisible })}
        {...(onMiddleClick && {
          onAuxClick: (event: { preventDefault(): void; button: number }) => {
            if (event.button !== 1) return;
            event.preventDefault();
            onMiddleClick();
          },
        })}
      >
        {icon}
        <span className={style({ truncate: true })}>{children}</span>
      </Link>
      {after}
    </li>
  );
}
