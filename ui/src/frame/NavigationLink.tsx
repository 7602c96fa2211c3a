import { focusRing, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link } from 'react-aria-components/Link';
import type { ReactNode } from 'react';
import { cutWords, wordsBesideIcon } from './rail.ts';

interface Props {
  to: string;
  icon: ReactNode;
  isCurrent: boolean;
  children: string;
  onMiddleClick?: () => void;
  /** Whether its icon does not tell it from others: then its first letters do, where there is no room for more. */
  isCut?: boolean;
  /** What stands beside the link. */
  after?: ReactNode;
}

const link = style<{ isCurrent: boolean; isHovered: boolean; isFocusVisible: boolean }>({
  ...focusRing(),
  outlineOffset: -2,
  display: 'flex',
  alignItems: 'center',
  justifyContent: { default: 'center', md: 'start' },
  gap: { default: 4, md: 8 },
  minWidth: 0,
  flexGrow: 1,
  boxSizing: 'border-box',
  height: 32,
  position: 'relative',
  paddingX: { default: 2, md: 12 },
  borderRadius: 'default',
  font: 'ui',
  fontWeight: { default: 'normal', isCurrent: 'bold' },
  textDecoration: 'none',
  forcedColorAdjust: { isCurrent: 'none' },
  color: {
    default: 'neutral-subdued',
    isHovered: 'neutral',
    isCurrent: { default: 'neutral', forcedColors: 'HighlightText' },
  },
  backgroundColor: {
    default: 'transparent',
    isHovered: 'gray-200',
    isCurrent: { default: 'gray-200', forcedColors: 'Highlight' },
  },
  transition: 'default',
  '--iconPrimary': { type: 'fill', value: 'currentColor' },
});

export function NavigationLink({ to, icon, isCurrent, children, onMiddleClick, isCut = false, after }: Props) {
  return (
    <li title={children} className={style({ display: 'flex', alignItems: 'center', gap: 4, minWidth: 0 })}>
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
        <span className={isCut ? cutWords : wordsBesideIcon}>{children}</span>
      </Link>
      {after}
    </li>
  );
}
