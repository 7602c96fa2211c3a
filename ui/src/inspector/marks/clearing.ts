import { asProblem, backend, type ViewStatus } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';
import { toast } from '../../toasts/index.ts';
import { takeStatus } from './mark-events.ts';

async function take(answer: Promise<ViewStatus>): Promise<boolean> {
  try {
    takeStatus(await answer);
    return true;
  } catch (error) {
    showProblem(asProblem(error));
    return false;
  }
}

/** Leaves out what is older than now, as Adobe's web UI does; nothing is deleted. */
export async function clearSession(view: string): Promise<void> {
  if (!(await take(backend.call('view_clear', { view, clear: true })))) return;
  toast('neutral', 'Session cleared. Its events are kept and left out of the list.', {
    forMs: 10_000,
    action: { label: 'Restore', run: () => void restoreSession(view) },
  });
}

/** Shows again what was there before the session was cleared. */
export async function restoreSession(view: string): Promise<void> {
  await take(backend.call('view_clear', { view, clear: false }));
}

/** Shows hidden events and those of a cleared session too, or leaves them out again. */
export async function showHidden(view: string, show: boolean): Promise<void> {
  await take(backend.call('view_show_hidden', { view, show }));
}
