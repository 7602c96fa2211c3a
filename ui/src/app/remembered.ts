import { useCallback, useSyncExternalStore } from 'react';

/** What was remembered since the window was opened: a full or closed store costs only the memory over a restart. */
const known = new Map<string, string>();
const listeners = new Set<() => void>();

/** What the window remembers over a restart; small things only, and nothing that matters if it is lost. */
export function recall(key: string): string | null {
  try {
    return known.get(key) ?? localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  known.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // It is known until the window is closed.
  }
  for (const listener of listeners) listener();
}

/** What is remembered, the same wherever it is used. */
export function useRemembered(key: string): [string | null, (value: string) => void] {
  const value = useSyncExternalStore(subscribe, () => recall(key));
  const change = useCallback((next: string) => remember(key, next), [key]);
  return [value, change];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
