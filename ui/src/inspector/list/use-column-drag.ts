import { useRef, type PointerEvent } from 'react';
import type { ShownColumn } from './columns.ts';
import type { ListLayout } from './use-list-layout.ts';

/** Where a dragged column would go: before the column that is now at `to`. */
export interface Drop {
  to: number;
}

const threshold = 5;

/** Dragging a header to another place, and its edge to another width. */
export function useColumnDrag({ id }: ShownColumn, layout: ListLayout, onDrop: (drop: Drop | null) => void) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const moved = useRef(false);
  const target = useRef<Drop | null>(null);

  function begin(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    const cell = event.currentTarget.parentElement;
    from.current = { x: event.clientX, width: cell?.clientWidth ?? 0 };
    moved.current = false;
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function dragHeader({ clientX, currentTarget }: PointerEvent<HTMLElement>) {
    if (!from.current || (!moved.current && Math.abs(clientX - from.current.x) < threshold)) return;
    moved.current = true;
    target.current = { to: placeAt(currentTarget, clientX) };
    onDrop(target.current);
  }

  function dropHeader() {
    if (moved.current && target.current) layout.move(id, target.current.to);
    end();
  }

  function dragEdge({ clientX }: PointerEvent<HTMLElement>) {
    if (from.current) layout.resize(id, from.current.width + clientX - from.current.x, false);
  }

  function dropEdge({ clientX }: PointerEvent<HTMLElement>) {
    if (from.current && clientX !== from.current.x) layout.resize(id, from.current.width + clientX - from.current.x);
    end();
  }

  function end() {
    from.current = null;
    target.current = null;
    onDrop(null);
  }

  return {
    /** Whether the press that ends now was a drag. */
    hasMoved: () => moved.current,
    ofHeader: { onPointerDown: begin, onPointerMove: dragHeader, onPointerUp: dropHeader, onPointerCancel: end },
    ofEdge: { onPointerDown: begin, onPointerMove: dragEdge, onPointerUp: dropEdge, onPointerCancel: end },
  };
}

function placeAt(header: HTMLElement, x: number): number {
  const cells = [...(header.closest('[role=row]')?.querySelectorAll('[data-column]') ?? [])];
  const after = cells.filter((cell) => {
    const { left, width } = cell.getBoundingClientRect();
    return x > left + width / 2;
  });
  return after.length;
}
