import { swatchLook } from '../../../sessions/index.ts';
import { cellElement, setAttribute, span, write, type EventCell } from './cell.ts';

/** The client's colour, and its name where there is room for it. */
export function clientCell(names: ReadonlyMap<string, string>, isNarrow: boolean): EventCell {
  const element = cellElement('event-client');
  const swatch = span('');
  swatch.ariaHidden = 'true';
  const text = document.createTextNode('');
  element.append(swatch, text);

  return {
    element,
    draw(event) {
      const name = names.get(event?.clientId ?? '');
      const colour = event?.clientColour ?? null;
      const look = colour === null ? '' : `event-colour ${swatchLook(colour)}`;
      if (swatch.className !== look) swatch.className = look;
      setAttribute(element, 'aria-label', name ?? 'no client');
      write(text, isNarrow ? '' : (name ?? ''));
    },
  };
}
