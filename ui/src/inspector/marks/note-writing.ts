import { SharedValue, useShared } from '../../app/shared-value.ts';

/** The note that is being written: of which event, and what was typed before where somebody goes on writing. */
interface Writing {
  event: string;
  text: string | null;
  /** Where the focus was. */
  from: Element | null;
}

const writing = new SharedValue<Writing | null>(null);

/** Begins to write the note of an event, or goes on with what was typed. */
export function writeNote(event: string, text: string | null = null, from: Element | null = null): void {
  writing.set({ event, text, from: from ?? document.activeElement });
}

/** Ends writing a note; the focus goes back to where it was. */
export function stopWriting(event: string, isFocusKept: boolean): void {
  const now = writing.get();
  if (now?.event !== event) return;
  const { from } = now;
  writing.set(null);
  if (isFocusKept) return;
  const back = [
    from,
    document.querySelector('[role=grid]'),
    document.querySelector('section [role=tab][aria-selected=true]'),
  ];
  back.find(takesFocus)?.focus();
}

/** Whether it is there, and not covered. */
function takesFocus(element: Element | null): element is HTMLElement {
  if (!(element instanceof HTMLElement) || element === document.body) return false;
  return element.isConnected && element.closest('[inert]') === null;
}

/** The note of an event, while it is being written. */
export function useWriting(event: string): Writing | null {
  const now = useShared(writing);
  return now?.event === event ? now : null;
}
