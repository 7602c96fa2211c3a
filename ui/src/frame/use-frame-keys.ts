import { useEffect, useEffectEvent } from 'react';
import { closeView, useOpenViews } from '../app/open-views.ts';
import { routeOf } from '../app/route.ts';
import { shows } from '../app/view-places.ts';
import { asProblem } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';

/** The keys that work in every place. */
export function useFrameKeys(openPalette: () => void): void {
  const views = useOpenViews();

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const command = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (command && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openPalette();
    } else if (command && event.key.toLowerCase() === 'w') {
      const here = routeOf(location.hash.slice(1));
      const view = views.find((each) => shows(here, each));
      if (!view) return;
      event.preventDefault();
      closeView(view).catch((error: unknown) => showProblem(asProblem(error)));
    } else if (event.altKey && event.key === 'ArrowLeft') {
      event.preventDefault();
      history.back();
    } else if (event.altKey && event.key === 'ArrowRight') {
      event.preventDefault();
      history.forward();
    }
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}
