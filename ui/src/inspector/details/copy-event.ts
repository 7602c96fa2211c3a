import { asProblem, backend, type EventRef } from '../../backend/index.ts';
import { showDone, showProblem } from '../../problems/index.ts';

/** Copies an event as JSON, or one value of its payload; Rust puts it on the clipboard. */
export async function copyEvent(event: EventRef, path: string | null = null): Promise<void> {
  try {
    await backend.call('event_copy', { ...event, path });
    showDone(path === null ? 'Event copied as JSON.' : 'Value copied.');
  } catch (error) {
    showProblem(asProblem(error));
  }
}
