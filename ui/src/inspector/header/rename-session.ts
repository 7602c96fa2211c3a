import { asProblem, backend, queryClient, type ViewStatus } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';

/** Renames the session of a view at Adobe; a refusal is told. */
export async function renameSession({ view, integration, session }: ViewStatus, name: string): Promise<void> {
  if (integration === null) return;
  try {
    await backend.call('session_update', { integration, session, name, link: null });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ['sessions_list', { integration }] }),
      queryClient.invalidateQueries({ queryKey: ['view_status', { view }] }),
      queryClient.invalidateQueries({ queryKey: ['view_list'] }),
    ]);
  } catch (error) {
    showProblem(asProblem(error));
  }
}
