import type { LaunchRow } from '../../../backend/index.ts';
import { swatchLook } from '../../../sessions/index.ts';
import { timeOfDay } from '../time.ts';
import { cellElement, span } from './cell.ts';

/** The line that begins an app launch. */
export function launchCell({ number, clientName, clientColour, timestamp }: LaunchRow): HTMLElement {
  const element = cellElement('event-launch');
  const swatch = span(swatchLook(clientColour));
  swatch.ariaHidden = 'true';
  const words = span('event-cut');
  words.textContent = [`App launch ${number}`, clientName, timeOfDay(timestamp).slice(0, 8)]
    .filter(Boolean)
    .join(' · ');
  element.append(swatch, words);
  return element;
}
