import type { Route } from '../app/route.ts';

/** Where dropped files go. */
export interface Dropped {
  /** Straight into archives. */
  events: string[];
  /** To be read, since they may hold credentials. */
  others: string[];
}

/** An archive is one by its name; what is dropped on the archives is meant to become one. All else is read first. */
export function sorted(paths: readonly string[], { place }: Route): Dropped {
  const isEvents = (path: string) => place === 'archives' || /\.assurance$/i.test(path);
  return { events: paths.filter(isEvents), others: paths.filter((path) => !isEvents(path)) };
}

/** Whether a file without credentials may hold events, by its name. */
export function mayHoldEvents(name: string): boolean {
  return /\.(assurance|json|ndjson|jsonl|txt|log|gz|zip)$/i.test(name);
}

/** The path of a file that was dropped, by its name; none where that is not known. */
export function pathOf(name: string, paths: readonly string[]): string | null {
  return paths.findLast((path) => path.split(/[/\\]/).at(-1) === name) ?? null;
}
