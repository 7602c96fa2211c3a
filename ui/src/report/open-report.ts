import { useSyncExternalStore } from 'react';

let isOpen = false;
const watchers = new Set<() => void>();

function change(next: boolean): void {
  isOpen = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}

/** Shows what a report of a problem would hold, wherever the user is. */
export const openReport = () => change(true);

export const closeReport = () => change(false);

export function useIsReportOpen(): boolean {
  return useSyncExternalStore(watch, () => isOpen);
}
