import { useSyncExternalStore } from 'react';

let version: string | null = null;
const watchers = new Set<() => void>();

/** Home tells no more of this version until the program is started anew. */
export function putOff(next: string): void {
  version = next;
  for (const watcher of watchers) watcher();
}

/** The version that was put off. */
export function usePutOff(): string | null {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => version,
  );
}
