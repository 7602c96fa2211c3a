import type { KeyboardEvent } from 'react';

/** The arrow keys go from value to value, and to what more can be done with one. */
export function moveAmongFacets(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  if (!(target instanceof HTMLElement)) return;
  const row = target.closest('.facet');
  if (!row) return;
  const boxes = [...currentTarget.querySelectorAll<HTMLElement>('.facet [type=checkbox]')];
  const at = boxes.indexOf(target);
  const wanted =
    key === 'ArrowLeft'
      ? row.querySelector<HTMLElement>('[type=checkbox]')
      : at < 0
        ? null
        : key === 'ArrowRight'
          ? row.querySelector<HTMLElement>('.facet-more button')
          : key === 'ArrowDown'
            ? boxes[at + 1]
            : key === 'ArrowUp'
              ? boxes[at - 1]
              : null;
  if (!wanted) return;
  wanted.focus();
  event.preventDefault();
}
