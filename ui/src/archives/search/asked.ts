import { useSyncExternalStore } from 'react';

let asked: string | null = null;
const watchers = new Set<() => void>();

function set(text: string | null): void {
  asked = text;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}

/** Opens the search in all archives, wherever the user is. */
export const openArchiveSearch = (text: string) => set(text);

export const closeArchiveSearch = () => set(null);

/** The text that is to be searched for in all archives; null while nobody wants to. */
export function useAskedSearch(): string | null {
  return useSyncExternalStore(watch, () => asked);
}
