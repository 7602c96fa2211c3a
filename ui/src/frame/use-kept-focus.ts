import { useEffect, type RefObject } from 'react';

/** The parts of a place that have a name: whoever is led there is told where they are. */
const named = ':is(section, [role=region], [role=group]):is([aria-label], [aria-labelledby])';

/**
 * What has the focus may go: its place is left, its row is deleted, its button has nothing more to do. The browser then
 * leaves the focus nowhere, and whoever works by keyboard begins anew at the top. It goes to the part that the element
 * stood in instead, or else to the place.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let focused: Element | null = null;
    /** The named parts around it, the nearest first; once it is gone, they cannot be found from it. A dialog keeps them. */
    let around: HTMLElement[] = [];
    let waiting = 0;

    function keep() {
      if (focused === null || isUsable(focused) || document.activeElement !== document.body) return;
      focused = null;
      const part = around.find((each) => each.checkVisibility() && each.closest('[inert]') === null) ?? place.current;
      if (part && !part.hasAttribute('tabindex')) part.tabIndex = -1;
      part?.focus({ preventScroll: true });
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
      // What opens over the window stands beside it in the document.
      if (place.current?.closest('body > *')?.contains(focused)) around = [];
      if (focused) observer.observe(focused, { attributes: true, attributeFilter: ['disabled'] });
      // It goes with whatever is around it; a look at all of the document would cost a list its speed.
      for (let outer = focused?.parentElement ?? null; outer; outer = outer.parentElement) {
        observer.observe(outer, { childList: true });
        if (outer.matches(named) && place.current?.contains(outer)) around.push(outer);
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
