import type { EventMarks } from '../../../backend/index.ts';
import { cellElement, setAttribute, type EventCell } from './cell.ts';
import type { Picture, Pictures } from './pictures.tsx';

const nothing: EventMarks = { flagged: null, hidden: null, highlight: null, note: null, adobeNote: null };

/** The flag and the note of an event; Adobe's and those set here are told apart in words. */
export function marksCell(pictures: Pictures): EventCell {
  const element = cellElement('event-marks');
  let drawn: readonly Picture[] = [];

  return {
    element,
    draw(event) {
      const { flagged, note, adobeNote } = event?.marks ?? nothing;
      const shown: Picture[] = [];
      if (flagged !== null) shown.push(flagged === 'here' ? 'flag' : 'flagAtAdobe');
      if (note !== null) shown.push('note');
      else if (adobeNote !== null) shown.push('noteAtAdobe');

      const isMarked = shown.length > 0;
      const flag = flagged === 'adobe' ? 'Flagged in Adobe’s web UI' : 'Flagged';
      setAttribute(element, 'title', isMarked ? (note ?? adobeNote ?? flag) : undefined);
      if (shown.join() === drawn.join()) return;
      drawn = shown;
      element.replaceChildren(...shown.map((picture) => pictures.copyOf(picture)));
    },
  };
}
