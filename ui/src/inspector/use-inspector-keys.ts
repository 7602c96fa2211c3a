import { useEffect, useEffectEvent } from 'react';
import { placeId } from '../frame/place-ids.ts';

interface Actions {
  focusFilter: () => void;
  focusList: () => void;
  pause: () => void;
  export: () => void;
  shortcuts: () => void;
  back: () => void;
}

const movesThroughLists = /^(j|k|Arrow(Up|Down)|Home|End|Page(Up|Down))$/;

/** The inspector's keys, wherever the focus is; those without Ctrl only where nobody types or presses. */
export function useInspectorKeys({ focusFilter, focusList, pause, shortcuts, back, ...actions }: Actions): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isInDialog(event.target)) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') focusFilter();
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'e') actions.export();
    else if (event.key === 'Escape') back();
    else if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
    else if (event.key === '/') focusFilter();
    else if (event.key === '?') shortcuts();
    else if (event.key === ' ') pause();
    else if (isNobodys(event.target) && movesThroughLists.test(event.key)) focusList();
    else return;
    event.preventDefault();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}

/** A dialog that is on its way out has no more use for keys. */
function isInDialog(target: EventTarget | null): boolean {
  const dialog = target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]');
  return dialog instanceof Element && dialog.closest('[data-exiting]') === null;
}

/** Whether the focus is on nothing that is worked with: the place as a whole, or nothing. */
function isNobodys(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.id === placeId);
}

/** Whether the focused element has its own use for keys. */
function isTaken(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, button, a, [role=tab], [role=separator]') !== null
  );
}
