import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { KeyboardEvent } from 'react';
import { keyStep, startDragging } from './dragging.ts';

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

/** The line between a panel and what lies beside it. */
const line = style({ width: 1, flexShrink: 0, backgroundColor: { default: 'gray-200', forcedColors: 'ButtonBorder' } });

const bar = style({
  width: 8,
  marginX: -4,
  zIndex: 1,
  flexShrink: 0,
  alignSelf: 'stretch',
  position: 'relative',
  backgroundColor: {
    default: 'transparent',
    ':hover': { default: 'gray-200', forcedColors: 'Highlight' },
    ':focus-visible': { default: 'blue-800', forcedColors: 'Highlight' },
  },
  outlineStyle: 'none',
  touchAction: 'none',
});

/** The border of a panel: dragged, or moved with the arrow keys; Enter and double-click fold the panel. */
export function Splitter({ label, width, least, most, panel, onResize, onFold }: Props) {
  const outwards = panel === 'before' ? 1 : -1;
  const resize = (to: number) => onResize(Math.max(least, Math.min(most, to)));

  function onKeyDown({ key, preventDefault }: Pick<KeyboardEvent, 'key' | 'preventDefault'>) {
    if (key === 'ArrowRight') resize(width + keyStep * outwards);
    else if (key === 'ArrowLeft') resize(width - keyStep * outwards);
    else if (key === 'Home') resize(least);
    else if (key === 'End') resize(most);
    else if (key === 'Enter') onFold();
    else return;
    preventDefault();
  }

  const handle = (
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
      onPointerDown={(event) => startDragging(event, (right) => resize(width + right * outwards))}
      onKeyDown={(event) => onKeyDown({ key: event.key, preventDefault: () => event.preventDefault() })}
      onDoubleClick={onFold}
    />
  );
  return panel === 'before' ? (
    <>
      <div className={line} />
      {handle}
    </>
  ) : (
    <>
      {handle}
      <div className={line} />
    </>
  );
}
