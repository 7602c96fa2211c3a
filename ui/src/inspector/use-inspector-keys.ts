import { useEffect, useEffectEvent } from 'react';

interface Actions {
  focusFilter: () => void;
  focusList: () => void;
  pause: () => void;
  export: () => void;
  shortcuts: () => void;
  back: () => void;
}

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
    else if (event.target === document.body && /^(j|k|Arrow(Up|Down)|Home|End|Page(Up|Down))$/.test(event.key))
      focusList();
    else return;
    event.preventDefault();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null;
}

/** Whether the focused element has its own use for keys. */
function isTaken(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, button, a, [role=tab], [role=separator]') !== null
  );
}
