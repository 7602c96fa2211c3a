import { useEffect, useSyncExternalStore } from 'react';

/** Something the command palette can do. */
export interface Action {
  id: string;
  label: string;
  hint?: string;
  run: () => void;
}

let offered: Action[] = [];
const watchers = new Set<() => void>();

function offer(actions: Action[]): void {
  offered = actions;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}

/** Offers a place's actions in the command palette while the place is shown. The list must be memoized. */
export function useOfferActions(actions: Action[]): void {
  useEffect(() => {
    offer(actions);
    return () => offer([]);
  }, [actions]);
}

/** What the present place offers. */
export function usePlaceActions(): Action[] {
  return useSyncExternalStore(watch, () => offered);
}
