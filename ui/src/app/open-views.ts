import { backend, queryClient, useAnswerPart, type ViewStatus } from '../backend/index.ts';
import { go, pathOf, routeOf } from './route.ts';

/** What the frame shows of an open session: it changes seldom, while the whole status changes with each event. */
export type OpenView = Pick<ViewStatus, 'view' | 'integration' | 'session' | 'name' | 'following'>;

const none: OpenView[] = [];

/** The sessions that are open in the inspector; empty while that is not known. */
export function useOpenViews(): OpenView[] {
  return useAnswerPart('view_list', null, openViews) ?? none;
}

function openViews(list: ViewStatus[]): OpenView[] {
  return list.map(({ view, integration, session, name, following }) => ({
    view,
    integration,
    session,
    name,
    following,
  }));
}

/** Closes a session; when the user is looking at it, they are taken to the list. */
export async function closeView(view: OpenView): Promise<void> {
  const here = routeOf(location.hash.slice(1));
  if (here.place === 'inspector' && here.session === view.session) {
    go(pathOf({ place: 'sessions', integration: view.integration }));
  }
  await backend.call('view_close', { view: view.view });
  await queryClient.invalidateQueries({ queryKey: ['view_list'] });
}
