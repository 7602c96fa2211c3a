import { useEffect, useEffectEvent } from 'react';

/** Where somebody who comes to an archive wants to be. */
export interface Landing {
  archive: string;
  /** The query to filter by. */
  query: string;
  /** The event to show, if it is about one. */
  event: string | null;
}

let pending: Landing | null = null;
const watchers = new Set<() => void>();

/** Lets the archive's inspector, once it is there, filter by a query and show an event. */
export function landIn(landing: Landing): void {
  pending = landing;
  for (const watcher of watchers) watcher();
}

/** Takes whoever wants to land in this archive there. */
export function useLanding(archive: string, land: (landing: Landing) => void): void {
  const take = useEffectEvent(() => {
    if (pending?.archive !== archive) return;
    const landing = pending;
    pending = null;
    land(landing);
  });
  useEffect(() => {
    const watcher = () => take();
    watcher();
    watchers.add(watcher);
    return () => {
      watchers.delete(watcher);
    };
  }, []);
}
