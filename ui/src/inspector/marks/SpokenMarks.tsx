import { useSyncExternalStore } from 'react';
import { VisuallyHidden } from 'react-aria/VisuallyHidden';

let text = '';
const listeners = new Set<() => void>();

function set(next: string): void {
  text = next;
  for (const listener of listeners) listener();
}

/** Tells those who do not see the list what a key has done to it. */
export function sayMark(words: string): void {
  // The same words twice are told twice.
  set('');
  requestAnimationFrame(() => set(words));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Where that is told; shown once in the inspector. */
export function SpokenMarks() {
  const told = useSyncExternalStore(subscribe, () => text);
  return (
    <VisuallyHidden>
      <div role="status" aria-label="Marks">
        {told}
      </div>
    </VisuallyHidden>
  );
}
