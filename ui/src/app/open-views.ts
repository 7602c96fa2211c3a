import { backend, queryClient, useAnswer, type ViewStatus } from '../backend/index.ts';
import { go, pathOf, routeOf } from './route.ts';

/** The sessions that are open in the inspector; empty while that is not known. */
export function useOpenViews(): ViewStatus[] {
  return useAnswer('view_list', null).data ?? [];
}

/** Closes a session; when the user is looking at it, they are taken to the list. */
export async function closeView(view: ViewStatus): Promise<void> {
  const here = routeOf(location.hash.slice(1));
  if (here.place === 'inspector' && here.session === view.session) {
    go(pathOf({ place: 'sessions', integration: view.integration }));
  }
  await backend.call('view_close', { view: view.view });
  await queryClient.invalidateQueries({ queryKey: ['view_list'] });
}
