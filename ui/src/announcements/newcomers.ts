import type { Announcement } from '../backend/index.ts';

/** The announcements that were not there before; none while nothing is known of before. */
export function newcomers(announcements: readonly Announcement[], known: ReadonlySet<string> | null): Announcement[] {
  return known === null ? [] : announcements.filter(({ id }) => !known.has(id));
}
