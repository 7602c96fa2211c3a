import type { ViewStatus } from '../backend/index.ts';
import type { Route } from './route.ts';

/** What the frame shows of an open session: it changes seldom, while the whole status changes with each event. */
export type OpenView = Pick<ViewStatus, 'view' | 'integration' | 'session' | 'archive' | 'name' | 'following'>;

/** Whether only the archive is looked at, and nobody is asked for more events. */
export function isArchive({ integration, following }: Pick<OpenView, 'integration' | 'following'>): boolean {
  return integration === null || following.state === 'archived';
}

/** Where a view is shown: a session that is followed under its integration, what is only looked at as an archive. */
export function placeOf({ integration, session, archive, following }: OpenView): Route {
  if (integration === null || isArchive({ integration, following })) return { place: 'archive', archive };
  return { place: 'inspector', integration, session };
}

/** Whether a place shows this view. */
export function shows(route: Route, view: OpenView): boolean {
  if (route.place === 'archive') return route.archive === view.archive;
  return route.place === 'inspector' && route.session === view.session;
}

/** The list that a view was opened from. */
export function listOf(view: OpenView): Route {
  const place = placeOf(view);
  return place.place === 'inspector' ? { place: 'sessions', integration: place.integration } : { place: 'archives' };
}
