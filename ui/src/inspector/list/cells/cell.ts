import type { EventRow } from '../../../backend/index.ts';
import type { NameCutter } from '../../../words/name-cutter.ts';

/**
 * A cell of an event's row, drawn by hand: thirty rows are drawn within one frame, and components take too long for that. It is
 * used again for other events, and for the place of one that is not here yet, which is null.
 */
export interface EventCell {
  element: HTMLElement;
  /** `room` is the width of the column in pixels; infinite until it is known. */
  draw: (event: EventRow | null, room: number) => void;
}

/** Nobody enters a cell of this list, so it is not a `gridcell`, which could be entered. */
export function cellElement(className: string): HTMLElement {
  const element = span(className);
  element.role = 'cell';
  return element;
}

export function span(className: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  return element;
}

/** A cell of a text that has no middle to cut, such as a time. */
export function textCell(className: string, textOf: (event: EventRow) => string): EventCell {
  const element = cellElement(className);
  const text = document.createTextNode('');
  element.append(text);
  return { element, draw: (event) => write(text, event ? textOf(event) : '') };
}

/** A cell of any text; the name of a service is cut in its middle. */
export function nameCell(cutter: NameCutter, textOf: (event: EventRow) => string): EventCell {
  const element = cellElement('event-quiet');
  const writeName = nameWriter(element, cutter);
  return { element, draw: (event, room) => writeName(event ? textOf(event) : '', room) };
}

/**
 * Writes texts into a cell, names of services cut in their middle where there is too little room; who listens hears all of them. It is
 * one piece of text: elements in a cell take the time of a frame.
 */
export function nameWriter(cell: HTMLElement, cutter: NameCutter): (text: string, room: number) => void {
  const node = document.createTextNode('');
  cell.append(node);
  return (text, room) => {
    const shown = cutter.cutToFit(text, room, cell);
    write(node, shown);
    setAttribute(cell, 'aria-label', shown === text ? undefined : text);
  };
}

/** Writing what is there already would have it laid out anew. */
export function write(node: Text, text: string): void {
  if (node.data !== text) node.data = text;
}

export function setAttribute(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
