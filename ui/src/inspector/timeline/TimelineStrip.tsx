import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Timeline } from '../../backend/index.ts';
import { focusOutline } from '../../theme/focus-outline.ts';
import { momentInWords } from './in-words.ts';
import { PaletteProbe } from './palette.tsx';
import type { Picture } from './picture.ts';
import { lengthOf, type Span } from './span.ts';
import { useStripPointer } from './use-strip-pointer.ts';

interface Props {
  picture: Picture;
  density: Timeline | null;
  span: Span | null;
  cursor: number | null;
  onWidth: (width: number) => void;
  onMoment: (moment: number, settles?: boolean) => void;
  onSettle: () => void;
  onBrush: (span: Span) => void;
  onZoom: (factor: number, about: number) => void;
  onMove: (by: number) => void;
  /** Back to the whole; says whether there was anything to go back from. */
  onWhole: () => boolean;
}

const strip = style({
  position: 'relative',
  flexGrow: 1,
  minWidth: 0,
  alignSelf: 'start',
  touchAction: 'none',
  userSelect: 'none',
  cursor: 'crosshair',
  borderRadius: 'sm',
});

/** The times that the list shows. */
const listed = style({
  position: 'absolute',
  top: 0,
  bottom: '[14px]',
  forcedColorAdjust: 'none',
  backgroundColor: { default: 'blue-800/12', forcedColors: 'transparent' },
  borderStyle: 'solid',
  borderWidth: 0,
  borderBottomWidth: 2,
  borderColor: { default: 'blue-800', forcedColors: 'Highlight' },
  pointerEvents: 'none',
});

const readout = style({
  position: 'absolute',
  top: 0,
  insetEnd: 0,
  paddingX: 4,
  font: 'ui-xs',
  color: 'neutral',
  backgroundColor: 'layer-2',
  borderRadius: 'sm',
  pointerEvents: 'none',
  whiteSpace: 'nowrap',
});

/** Moments by keyboard: a hundredth of what is seen, or a tenth. */
const steps: Record<string, number> = {
  ArrowLeft: -0.01,
  ArrowDown: -0.01,
  ArrowRight: 0.01,
  ArrowUp: 0.01,
  PageDown: -0.1,
  PageUp: 0.1,
};

/** The strip itself: a slider over the session's time, drawn on a canvas. */
export function TimelineStrip(props: Props) {
  const { picture, density, span, cursor, onWidth } = props;
  const element = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const band = useRef<HTMLDivElement>(null);
  const [hovered, hover] = useState<number | null>(null);
  const { cancel, ...pointer } = useStripPointer(element, picture, {
    goTo(moment) {
      props.onMoment(moment, true);
      element.current?.focus({ preventScroll: true });
    },
    brush: props.onBrush,
    zoom: props.onZoom,
    move: props.onMove,
    hover,
  });

  useEffect(() => {
    if (!canvas.current || !probe.current || !band.current) return undefined;
    return picture.attach({ canvas: canvas.current, probe: probe.current, band: band.current }, onWidth);
  }, [picture, onWidth]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !span) return;
    const at = cursor ?? span.from;
    const step = steps[event.key];
    const to = (moment: number) => props.onMoment(Math.max(span.from, Math.min(span.to, Math.round(moment))));
    if (step !== undefined) to(at + step * (event.shiftKey ? 10 : 1) * lengthOf(span));
    else if (event.key === 'Home') to(span.from);
    else if (event.key === 'End') to(span.to);
    else if (event.key === '+' || event.key === '=') props.onZoom(0.5, at);
    else if (event.key === '-') props.onZoom(2, at);
    else if (event.key !== 'Escape' || !(cancel() || props.onWhole())) return;
    event.preventDefault();
    event.stopPropagation();
  }

  const inWords = span ? momentInWords(density, cursor ?? span.from) : 'no events yet';
  return (
    <div
      ref={element}
      role="slider"
      tabIndex={0}
      aria-label="Moment of the session"
      aria-valuemin={span?.from ?? 0}
      aria-valuemax={span?.to ?? 0}
      aria-valuenow={Math.max(span?.from ?? 0, Math.min(span?.to ?? 0, cursor ?? 0))}
      aria-valuetext={cursor === null && span ? `no event chosen; ${inWords}` : inWords}
      className={`${strip} ${focusOutline}`}
      onKeyDown={onKeyDown}
      onBlur={props.onSettle}
      onDoubleClick={() => props.onWhole()}
      {...pointer}
    >
      <div ref={band} aria-hidden className={listed} />
      <canvas ref={canvas} aria-hidden className={style({ display: 'block', position: 'relative' })} />
      <PaletteProbe ref={probe} />
      {hovered === null ? null : (
        <span aria-hidden className={readout}>
          {momentInWords(density, hovered)}
        </span>
      )}
    </div>
  );
}
