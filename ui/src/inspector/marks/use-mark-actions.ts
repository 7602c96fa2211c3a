import { backend, type EventMarks, type Highlight } from '../../backend/index.ts';
import { useInspector } from '../inspector-context.ts';
import { markEvents, offerUndo } from './mark-events.ts';
import { writeNote } from './note-writing.ts';
import { sayMark } from './SpokenMarks.tsx';
import { markedInWords } from './words.ts';

/** What can be marked of the selected events. */
export interface MarkActions {
  /** Flags them; or takes the flags away when the shown one has one. */
  flag: () => Promise<void>;
  /** Hides them, with a way back; or shows them again when the shown one is hidden. */
  hide: () => Promise<void>;
  /** Opens the note of the shown one. */
  note: () => void;
  /** Highlights them, or takes the colour away. */
  highlight: (colour: Highlight | null) => Promise<void>;
}

/** Marks the selected events, or only the one that is named. */
export function useMarkActions(only?: string): MarkActions {
  const { view, status, shown, selection, showEvent, deselect, openDetails } = useInspector();
  const first = only ?? shown?.uuid ?? selection[0];
  const events = only !== undefined || selection.length === 0 ? (first === undefined ? [] : [first]) : selection;

  async function isSo(read: (marks: EventMarks) => boolean): Promise<boolean> {
    if (first === undefined) return false;
    const { row } = await backend.call('event_details', { view, event: first });
    return read(row.marks);
  }

  /** The event behind what was hidden takes its place, an app launch may stand between: the keyboard goes on from there. */
  async function goOn(): Promise<void> {
    const index = events.length === 1 && shown?.uuid === events[0] ? shown?.index : null;
    if (index === null || index === undefined) return deselect();
    for (const place of [index, index + 1, index - 1, index - 2]) {
      const [next] = place < 0 ? [] : await backend.call('view_range', { view, from: place, to: place });
      if (next !== undefined) return showEvent(next, place);
    }
    deselect();
  }

  return {
    flag: async () => {
      if (events.length === 0) return;
      const on = !(await isSo(({ flagged }) => flagged !== null));
      if (await markEvents(view, events, { what: 'flag', on })) sayMark(markedInWords('flagged', events.length, on));
    },
    hide: async () => {
      if (events.length === 0) return;
      const on = !(await isSo(({ hidden }) => hidden !== null));
      if (!(await markEvents(view, events, { what: 'hide', on })) || !on) return;
      offerUndo(view, events);
      if (!status.showsHidden) await goOn();
    },
    note: () => {
      if (first === undefined) return;
      const from = document.activeElement;
      openDetails();
      // The details take the focus in the next frame, and the note takes it from them.
      requestAnimationFrame(() => requestAnimationFrame(() => writeNote(first, null, from)));
    },
    highlight: async (colour) => {
      if (events.length === 0 || !(await markEvents(view, events, { what: 'highlight', colour }))) return;
      sayMark(markedInWords('highlighted', events.length, colour !== null));
    },
  };
}
