import type { KeyboardEvent } from 'react';

const box = '.facet [type=checkbox]';

/** The arrow keys go from value to value, and to what more can be done with one. */
export function moveAmongFacets(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  const row = target instanceof Element ? target.closest('.facet') : null;
  const wanted = row && (sideways(key, row) ?? upOrDown(key, target, currentTarget));
  if (!wanted) return;
  wanted.focus();
  event.preventDefault();
}

function sideways(key: string, row: Element): HTMLElement | null {
  if (key === 'ArrowLeft') return row.querySelector('[type=checkbox]');
  if (key === 'ArrowRight') return row.querySelector('.facet-more button');
  return null;
}

function upOrDown(key: string, target: EventTarget, group: HTMLElement): HTMLElement | undefined {
  const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  const boxes = [...group.querySelectorAll<HTMLElement>(box)];
  const at = boxes.findIndex((each) => each === target);
  return by === 0 || at < 0 ? undefined : boxes[at + by];
}
