import { asProblem, backend, queryClient, type SessionRow } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';

/** Begins to keep all events of sessions on this computer; the footer shows how far it is. */
export async function archiveSessions(integration: string, sessions: readonly SessionRow[]): Promise<void> {
  try {
    await backend.call('sessions_archive', { integration, sessions: sessions.map(({ uuid }) => uuid) });
    await queryClient.invalidateQueries({ queryKey: ['jobs_list'] });
  } catch (error) {
    showProblem(asProblem(error));
  }
}
