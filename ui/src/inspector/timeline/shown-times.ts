import type { Span } from './span.ts';

let shown: Span | null = null;
const listeners = new Set<() => void>();

/** Tells which times the list of events shows just now; null when it shows none. */
export function tellShownTimes(times: Span | null): void {
  if (shown?.from === times?.from && shown?.to === times?.to) return;
  shown = times;
  for (const listener of listeners) listener();
}

/** Calls the listener at once and with each change. */
export function watchShownTimes(listener: (times: Span | null) => void): () => void {
  const tell = () => listener(shown);
  listeners.add(tell);
  tell();
  return () => listeners.delete(tell);
}
