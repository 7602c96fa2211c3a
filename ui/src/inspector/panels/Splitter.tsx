import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { KeyboardEvent, PointerEvent } from 'react';

interface Props {
  label: string;
  /** Width of the panel in pixels. */
  width: number;
  least: number;
  most: number;
  /** On which side of the splitter the panel is. */
  panel: 'before' | 'after';
  onResize: (width: number) => void;
  onFold: () => void;
}

const step = 24;

const bar = style({
  width: 8,
  marginX: -4,
  zIndex: 1,
  flexShrink: 0,
  alignSelf: 'stretch',
  position: 'relative',
  backgroundColor: { default: 'transparent', ':hover': 'gray-200', ':focus-visible': 'blue-800' },
  outlineStyle: 'none',
  touchAction: 'none',
});

/** The border of a panel: dragged, or moved with the arrow keys; Enter and double-click fold the panel. */
export function Splitter({ label, width, least, most, panel, onResize, onFold }: Props) {
  const outwards = panel === 'before' ? 1 : -1;
  const resize = (to: number) => onResize(Math.max(least, Math.min(most, to)));

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    const handle = event.currentTarget;
    const startedAt = event.clientX;
    const move = (next: globalThis.PointerEvent) => resize(width + (next.clientX - startedAt) * outwards);
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  }

  function onKeyDown({ key, preventDefault }: Pick<KeyboardEvent, 'key' | 'preventDefault'>) {
    if (key === 'ArrowRight') resize(width + step * outwards);
    else if (key === 'ArrowLeft') resize(width - step * outwards);
    else if (key === 'Home') resize(least);
    else if (key === 'End') resize(most);
    else if (key === 'Enter') onFold();
    else return;
    preventDefault();
  }

  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={bar}
      style={{ cursor: 'col-resize' }}
      onPointerDown={onPointerDown}
      onKeyDown={(event) => onKeyDown({ key: event.key, preventDefault: () => event.preventDefault() })}
      onDoubleClick={onFold}
    />
  );
}
