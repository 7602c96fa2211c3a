import { asProblem, backend } from '../../backend/index.ts';
import { showDone, showProblem } from '../../problems/index.ts';
import { copyEvent } from '../details/copy-event.ts';

/** Copies events as JSON: one as an object, several as a list. Rust puts them on the clipboard. */
export async function copyEvents(view: string, events: string[]): Promise<void> {
  const [event] = events;
  if (event === undefined) return;
  if (events.length === 1) {
    await copyEvent({ view, event });
    return;
  }
  try {
    await backend.call('events_copy', { view, events });
    showDone(`${events.length.toLocaleString()} events copied as JSON.`);
  } catch (error) {
    showProblem(asProblem(error));
  }
}
