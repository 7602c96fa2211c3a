import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { MenuTrigger } from '@react-spectrum/s2/Menu';
import type { ReactNode } from 'react';
import type { Point } from '../../virtual-list/index.ts';

const nowhere = {
  position: 'fixed',
  width: 1,
  height: 1,
  minWidth: 0,
  padding: 0,
  opacity: 0,
  pointerEvents: 'none',
} as const;

interface Props {
  at: Point;
  label: string;
  onClose: () => void;
  /** A menu. */
  children: ReactNode;
}

/** A menu at a point of the window, such as where the right button was pressed. It is open while it is there. */
export function PointMenu({ at, label, onClose, children }: Props) {
  return (
    <MenuTrigger isOpen onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <ActionButton aria-label={label} excludeFromTabOrder isQuiet UNSAFE_style={{ ...nowhere, left: at.x, top: at.y }}>
        {null}
      </ActionButton>
      {children}
    </MenuTrigger>
  );
}
