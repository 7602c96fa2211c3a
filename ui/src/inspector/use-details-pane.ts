import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Panel } from '../panels/use-panel.ts';

interface Props {
  /** Whether details lie over what they are about, for want of room beside it. */
  isOver: boolean;
  /** Whether there is an event whose details can be shown. */
  hasEvent: boolean;
  panel: Panel;
  /** Finds a part of the inspector, and gives it the focus. */
  focus: (selector: string) => void;
}

const firstTab = 'section [role=tab][aria-selected=true]';

/** Whether the details are on the screen, and where the focus goes when they come and go. */
export function useDetailsPane({ isOver, hasEvent, panel, focus }: Props) {
  const [isOpen, setOpen] = useState(false);
  const cameFrom = useRef<Element | null>(null);
  const isShown = hasEvent && isOpen && (isOver || panel.shown);

  // A window that becomes narrow, as by zooming, covers nothing that somebody is in.
  const uncover = useEffectEvent(() => {
    if (document.activeElement?.closest('[inert]')) setOpen(false);
  });
  useLayoutEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- only what is drawn tells whether the focus is covered
    if (isOver) uncover();
  }, [isOver]);

  function enter() {
    cameFrom.current = document.activeElement;
    setOpen(true);
    requestAnimationFrame(() => focus(firstTab));
  }

  return {
    isShown,
    /** Beside a list, details are shown of whatever is selected; over it, nobody could go on in the list. */
    onSelected() {
      if (!isOver) setOpen(true);
      else if (!isShown && !isMoving(document.activeElement)) enter();
    },
    enter() {
      if (!hasEvent) return;
      if (!isOver) panel.show(true);
      enter();
    },
    leave() {
      const back = cameFrom.current;
      cameFrom.current = null;
      // What they cover takes the focus only once they are gone.
      flushSync(() => setOpen(false));
      if (back instanceof HTMLElement && back.isConnected && back.getAttribute('role') === 'grid') back.focus();
      else focus('[role=grid]');
    },
  };
}

/** Whether the focus is on what keys or the pointer move through: each step selects another event. */
function isMoving(focused: Element | null): boolean {
  return focused?.closest('[role=grid], [role=slider]') != null;
}
