import { useEffect, useEffectEvent, useRef, type PointerEvent, type RefObject } from 'react';
import type { Picture } from './picture.ts';
import { between, lengthOf, momentAt, type Span } from './span.ts';

interface Does {
  goTo: (moment: number) => void;
  brush: (span: Span) => void;
  zoom: (factor: number, about: number) => void;
  move: (by: number) => void;
  hover: (moment: number | null) => void;
}

interface Handlers {
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  onPointerUp: (event: PointerEvent) => void;
  onPointerCancel: () => void;
  onPointerLeave: () => void;
}

const dragsFrom = 4;
const wheelOfDoubling = 500;

/** Click goes to a moment, dragging brushes a piece of time, the wheel zooms, and moves when it is turned sideways. */
export function useStripPointer(
  strip: RefObject<HTMLElement | null>,
  picture: Picture,
  does: Does,
): Handlers & { cancel: () => boolean } {
  const startedAt = useRef<number | null>(null);
  const placeOf = (event: { clientX: number }) => event.clientX - (strip.current?.getBoundingClientRect().left ?? 0);

  function cancel(): boolean {
    const wasBrushing = picture.scene.brush !== null;
    startedAt.current = null;
    if (wasBrushing) picture.change({ brush: null });
    return wasBrushing;
  }

  const onWheel = useEffectEvent((event: WheelEvent) => {
    const { span } = picture.scene;
    if (!span || event.ctrlKey) return;
    event.preventDefault();
    const sideways = event.shiftKey ? event.deltaX + event.deltaY : event.deltaX;
    if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      does.move((sideways / picture.width) * lengthOf(span));
    } else {
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
      does.zoom(2 ** ((event.deltaY * lines) / wheelOfDoubling), momentAt(span, picture.width, placeOf(event)));
    }
  });

  // React listens to wheels without a way to keep the page from scrolling.
  useEffect(() => {
    const element = strip.current;
    const listener = (event: WheelEvent) => onWheel(event);
    element?.addEventListener('wheel', listener, { passive: false });
    return () => element?.removeEventListener('wheel', listener);
  }, [strip]);

  return {
    cancel,
    onPointerDown(event) {
      if (event.button !== 0) return;
      startedAt.current = placeOf(event);
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event) {
      const { span } = picture.scene;
      if (!span) return;
      const x = placeOf(event);
      does.hover(momentAt(span, picture.width, x));
      const start = startedAt.current;
      if (start === null) return;
      if (picture.scene.brush || Math.abs(x - start) >= dragsFrom) picture.change({ brush: [start, x] });
    },
    onPointerUp(event) {
      const { span, brush } = picture.scene;
      const start = startedAt.current;
      cancel();
      if (!span || start === null) return;
      if (brush) does.brush(between(span, picture.width, ...brush));
      else does.goTo(momentAt(span, picture.width, placeOf(event)));
    },
    onPointerCancel: () => void cancel(),
    onPointerLeave: () => does.hover(null),
  };
}
