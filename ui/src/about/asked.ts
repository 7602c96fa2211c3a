import { useSyncExternalStore } from 'react';

/** A page of what there is to know about the program. */
export type AboutPage = 'about' | 'licences' | 'privacy';

let asked: AboutPage | null = null;
const watchers = new Set<() => void>();

function set(page: AboutPage | null): void {
  asked = page;
  for (const watcher of watchers) watcher();
}

export const openAbout = (page: AboutPage): void => set(page);
export const closeAbout = (): void => set(null);

/** The page that is asked for now, if any. */
export function useAskedAbout(): AboutPage | null {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => asked,
  );
}
