import {
  asProblem,
  backend,
  queryClient,
  keepViewStatus,
  type MarkChange,
  type ViewStatus,
} from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';
import { toast } from '../../toasts/index.ts';

/** Shows the session as it is after a change of marks. */
export function takeStatus(status: ViewStatus): void {
  keepViewStatus(status);
  void queryClient.invalidateQueries({ queryKey: ['event_details'] });
}

/** Changes the marks of events. Says whether that was done. */
export async function markEvents(view: string, events: string[], change: MarkChange): Promise<boolean> {
  try {
    takeStatus(await backend.call('events_mark', { view, events, change }));
    return true;
  } catch (error) {
    showProblem(asProblem(error));
    return false;
  }
}

/** Says that events are hidden, with a way back. */
export function offerUndo(view: string, events: string[]): void {
  const count = events.length === 1 ? '1 event hidden.' : `${events.length.toLocaleString()} events hidden.`;
  toast('neutral', count, {
    forMs: 10_000,
    action: { label: 'Undo', run: () => void markEvents(view, events, { what: 'hide', on: false }) },
  });
}
