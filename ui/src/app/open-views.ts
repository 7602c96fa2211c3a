import { backend, queryClient, useAnswerPart, type ViewStatus } from '../backend/index.ts';
import { go, pathOf, routeOf } from './route.ts';
import { listOf, shows, type OpenView } from './view-places.ts';

const none: OpenView[] = [];

/** The sessions and archives that are open in the inspector; empty while that is not known. */
export function useOpenViews(): OpenView[] {
  return useAnswerPart('view_list', null, openViews) ?? none;
}

function openViews(list: ViewStatus[]): OpenView[] {
  return list.map(({ view, integration, session, archive, name, following }) => ({
    view,
    integration,
    session,
    archive,
    name,
    following,
  }));
}

/** Closes a session or an archive; when the user is looking at it, they are taken to the list. */
export async function closeView(view: OpenView): Promise<void> {
  const here = routeOf(location.hash.slice(1));
  if (shows(here, view)) go(pathOf(listOf(view)));
  await backend.call('view_close', { view: view.view });
  await queryClient.invalidateQueries({ queryKey: ['view_list'] });
}
