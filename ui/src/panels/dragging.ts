import type { PointerEvent } from 'react';

/** Follows the pointer that is pressed on a handle; tells how far it has come, in pixels, until it is let go. */
export function startDragging(event: PointerEvent<HTMLElement>, onMove: (right: number, down: number) => void): void {
  if (event.button !== 0) return;
  const handle = event.currentTarget;
  const { clientX, clientY } = event;
  const move = (next: globalThis.PointerEvent) => onMove(next.clientX - clientX, next.clientY - clientY);
  handle.setPointerCapture(event.pointerId);
  handle.addEventListener('pointermove', move);
  handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), { once: true });
}

/** How far an arrow key moves a border. */
export const keyStep = 24;
