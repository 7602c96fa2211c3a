import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { NameCutter } from '../../../words/name-cutter.ts';
import { cellElement, nameWriter, type EventCell } from './cell.ts';
import type { Pictures } from './pictures.tsx';

const failed = style({ color: 'negative' });
/** Pixels that the warning takes. */
const warningRoom = 20;

/** What the event is called, with a warning before it where it tells of an error. */
export function labelCell(pictures: Pictures, cutter: NameCutter): EventCell {
  const element = cellElement('event-label');
  const write = nameWriter(element, cutter);
  let warning: ChildNode | null = null;

  return {
    element,
    draw(event, room) {
      const fails = event?.error === true;
      if (fails !== (warning !== null)) {
        element.className = fails ? `event-label event-failed ${failed}` : 'event-label';
        warning?.remove();
        warning = fails ? pictures.copyOf('error') : null;
        if (warning) element.prepend(warning);
      }
      write(event?.label ?? '', fails ? room - warningRoom : room);
    },
  };
}
