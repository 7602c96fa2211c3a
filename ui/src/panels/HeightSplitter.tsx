import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { KeyboardEvent } from 'react';
import { keyStep, startDragging } from './dragging.ts';

interface Props {
  label: string;
  /** Height of what lies below, in pixels. */
  height: number;
  least: number;
  most: number;
  onResize: (height: number) => void;
}

/** The line between the two. */
const line = style({
  height: 1,
  flexShrink: 0,
  backgroundColor: { default: 'gray-200', forcedColors: 'ButtonBorder' },
});

const bar = style({
  height: 9,
  marginY: -4,
  zIndex: 1,
  flexShrink: 0,
  position: 'relative',
  backgroundColor: {
    default: 'transparent',
    ':hover': { default: 'gray-200', forcedColors: 'Highlight' },
    ':focus-visible': { default: 'blue-800', forcedColors: 'Highlight' },
  },
  outlineStyle: 'none',
  touchAction: 'none',
});

/** The border between two panes that lie over each other: dragged, or moved with the arrow keys. */
export function HeightSplitter({ label, height, least, most, onResize }: Props) {
  const resize = (to: number) => onResize(Math.max(least, Math.min(most, to)));

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowUp') resize(height + keyStep);
    else if (event.key === 'ArrowDown') resize(height - keyStep);
    else if (event.key === 'Home') resize(least);
    else if (event.key === 'End') resize(most);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div
        role="separator"
        aria-label={label}
        aria-orientation="horizontal"
        aria-valuenow={Math.round(height)}
        aria-valuemin={least}
        aria-valuemax={Math.round(most)}
        tabIndex={0}
        className={bar}
        style={{ cursor: 'row-resize' }}
        onPointerDown={(event) => startDragging(event, (_, down) => resize(height - down))}
        onKeyDown={onKeyDown}
      />
      <div className={line} />
    </>
  );
}
