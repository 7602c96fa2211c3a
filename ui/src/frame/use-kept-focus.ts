import { useEffect, type RefObject } from 'react';

/**
 * What has the focus may go: its place is left, its row is deleted, its button has nothing more to do. The browser then
 * leaves the focus nowhere, and whoever works by keyboard begins anew at the top. It goes to the place instead.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let focused: Element | null = null;
    let waiting = 0;

    function keep() {
      if (focused === null || isUsable(focused) || document.activeElement !== document.body) return;
      focused = null;
      place.current?.focus({ preventScroll: true });
    }

    const observer = new MutationObserver(() => {
      if (focused === null || isUsable(focused)) return;
      cancelAnimationFrame(waiting);
      // Dialogs and menus give the focus back by themselves, in the frame after they are gone.
      waiting = requestAnimationFrame(() => {
        waiting = requestAnimationFrame(keep);
      });
    });

    function note({ target }: FocusEvent) {
      observer.disconnect();
      focused = target instanceof Element ? target : null;
      if (focused) observer.observe(focused, { attributes: true, attributeFilter: ['disabled'] });
      // It goes with whatever is around it; a look at all of the document would cost a list its speed.
      for (let around = focused?.parentElement ?? null; around; around = around.parentElement) {
        observer.observe(around, { childList: true });
      }
    }

    addEventListener('focusin', note);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(waiting);
      removeEventListener('focusin', note);
    };
  }, [place]);
}

function isUsable(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled');
}
