import type { KeyboardEvent } from 'react';
import { useInspector } from '../inspector-context.ts';
import { useMarkActions } from '../marks/index.ts';
import { copyEvents } from './copy-events.ts';
import { useEventWays } from './use-event-ways.ts';

/** The keys of the list, apart from those that move through any list. */
export function useListKeys(selectAll: () => Promise<void>): (event: KeyboardEvent) => boolean {
  const { view, shown, selection } = useInspector();
  const { goToSameKind, goToParent } = useEventWays();
  const marks = useMarkActions();

  return ({ key, ctrlKey, metaKey, altKey }) => {
    if (altKey) return false;
    if (ctrlKey || metaKey) {
      if (key === 'a') void selectAll();
      else if (key === 'c' && selection.length > 0 && String(getSelection()) === '') void copyEvents(view, selection);
      else return false;
      return true;
    }
    if (!shown) return false;
    if (key === '[') void goToSameKind(false);
    else if (key === ']') void goToSameKind(true);
    else if (key === 'p') void goToParent();
    else if (key === 'f') void marks.flag();
    else if (key === 'h') void marks.hide();
    else if (key === 'n') marks.note();
    else return false;
    return true;
  };
}
