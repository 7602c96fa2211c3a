import { useEffect, useEffectEvent } from 'react';

/** F2 renames, wherever the focus is but in a dialog. */
export function useRenameKey(rename: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isInDialog = event.target instanceof Element && event.target.closest('[role=dialog], [role=alertdialog]');
    if (event.key !== 'F2' || event.defaultPrevented || isInDialog) return;
    event.preventDefault();
    rename();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}
