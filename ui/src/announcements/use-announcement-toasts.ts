import { useEffect, useRef } from 'react';
import { go, pathOf } from '../app/route.ts';
import { useAnswer, type Announcement } from '../backend/index.ts';
import { toast } from '../toasts/index.ts';
import { newcomers } from './newcomers.ts';

const SHOWN_MS = 12_000;

/** Tells once of each announcement that comes up while the program runs; those of the start are on Home. */
export function useAnnouncementToasts(): void {
  const { data: announcements } = useAnswer('announcements_list', null);
  const known = useRef<ReadonlySet<string> | null>(null);

  useEffect(() => {
    if (!announcements) return;
    for (const announcement of newcomers(announcements, known.current)) tell(announcement);
    known.current = new Set([...(known.current ?? []), ...announcements.map(({ id }) => id)]);
  }, [announcements]);
}

function tell({ integration, title, message }: Announcement): void {
  // The announcement itself stays on Home.
  toast('info', `${title}. ${message}`, {
    forMs: SHOWN_MS,
    action: { label: 'Open integration', run: () => go(pathOf({ place: 'integration', integration })) },
  });
}
