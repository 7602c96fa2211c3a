import type { Timeline, TimelineLane } from '../../backend/index.ts';
import { axisMarks } from './axis.ts';
import type { Palette } from './palette.tsx';
import { lengthOf, xOf, type Span } from './span.ts';

/** Everything that the strip shows at one moment. */
export interface Scene {
  density: Timeline | null;
  span: Span | null;
  /** A lane for each client below the one for all. */
  isOpen: boolean;
  cursor: number | null;
  /** From where to where the pointer was drawn, in pixels. */
  brush: readonly [number, number] | null;
}

/** Heights in pixels. */
export const heights = { marks: 9, overall: 20, lane: 18, axis: 14 };
const least = 1.5;
const markEvery = 9;

type Paper = CanvasRenderingContext2D;

/** Draws the strip. Heights of bars grow with the square root, so that a few events are seen beside thousands. */
export function draw(paper: Paper, width: number, scene: Scene, palette: Palette): void {
  const { density, span } = scene;
  const height = heightOf(scene);
  paper.clearRect(0, 0, width, height);
  if (!span) return;
  const bottom = height - heights.axis;
  drawAxis(paper, width, bottom, span, palette);
  if (density) {
    const bars = new Bars(paper, width, span, density);
    const overall = heights.marks + heights.overall;
    bars.launches(bottom, palette.line);
    bars.overall(overall, palette);
    if (scene.isOpen) {
      const most = Math.max(1, ...density.lanes.map((lane) => Math.max(0, ...lane.counts)));
      density.lanes.forEach((lane, at) =>
        bars.row(lane.counts, most, overall + (at + 1) * heights.lane, heights.lane - 4, colourOf(lane, palette)),
      );
    }
    const crosses = bars.marks(density.errors, palette.error, drawCross);
    bars.marks(density.flags, palette.flag, drawFlag, crosses);
  }
  if (scene.brush) drawBrush(paper, bottom, scene.brush, palette);
  if (scene.cursor !== null) drawCursor(paper, Math.round(xOf(span, width, scene.cursor)), bottom, palette);
}

export function heightOf({ density, isOpen }: Pick<Scene, 'density' | 'isOpen'>): number {
  const lanes = isOpen ? (density?.lanes.length ?? 0) * heights.lane : 0;
  return heights.marks + heights.overall + lanes + heights.axis;
}

const colourOf = ({ colour }: TimelineLane, palette: Palette) =>
  (colour === null ? undefined : palette.clients[colour]) ?? palette.shown;

/** The pieces of time of a density, wherever they lie on the strip now. */
class Bars {
  readonly #paper: Paper;
  readonly #width: number;
  readonly #span: Span;
  readonly #density: Timeline;

  constructor(paper: Paper, width: number, span: Span, density: Timeline) {
    this.#paper = paper;
    this.#width = width;
    this.#span = span;
    this.#density = density;
  }

  overall(bottom: number, palette: Palette): void {
    const { all, lanes } = this.#density;
    const most = Math.max(1, ...all);
    this.row(all, most, bottom, heights.overall, palette.all);
    // What is shown stands before it, each client's share in its colour.
    const shares = all.map((_, at) => lanes.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
    const foot = new Float64Array(all.length);
    for (const lane of lanes) {
      this.#paper.fillStyle = colourOf(lane, palette);
      lane.counts.forEach((count, at) => {
        const whole = shares[at] ?? 0;
        if (count === 0 || whole === 0) return;
        const share = (barHeight(whole, most, heights.overall) * count) / whole;
        this.#bar(at, bottom - (foot[at] ?? 0), share);
        foot[at] = (foot[at] ?? 0) + share;
      });
    }
  }

  row(counts: number[], most: number, bottom: number, height: number, colour: string): void {
    this.#paper.fillStyle = colour;
    counts.forEach((count, at) => {
      if (count > 0) this.#bar(at, bottom, barHeight(count, most, height));
    });
  }

  launches(bottom: number, colour: string): void {
    this.#paper.fillStyle = colour;
    this.#density.launches.forEach((count, at) => {
      if (count === 0) return;
      const x = Math.round(this.#xOf(at));
      for (let y = 0; y < bottom; y += 4) this.#paper.fillRect(x, y, 1, 2);
    });
  }

  /** One mark for all that would touch each other, beside those that are there; tells where they are. */
  marks(counts: number[], colour: string, mark: (paper: Paper, x: number) => void, others: number[] = []): number[] {
    this.#paper.fillStyle = colour;
    this.#paper.strokeStyle = colour;
    const places: number[] = [];
    let last = -Infinity;
    counts.forEach((count, at) => {
      if (count === 0) return;
      const x = this.#xOf(at + 0.5);
      if (x < last + markEvery || x < 0 || x > this.#width) return;
      last = x;
      const isTaken = others.some((other) => Math.abs(other - x) < markEvery);
      places.push(x);
      mark(this.#paper, isTaken ? x + markEvery / 2 : x);
    });
    return places;
  }

  #bar(at: number, bottom: number, height: number): void {
    const x = this.#xOf(at);
    const next = this.#xOf(at + 1);
    if (next < 0 || x > this.#width) return;
    this.#paper.fillRect(x, bottom - height, Math.max(1, next - x - (next - x > 3 ? 1 : 0)), height);
  }

  #xOf(piece: number): number {
    const { from, to, all } = this.#density;
    return xOf(this.#span, this.#width, from + (piece / all.length) * lengthOf({ from, to }));
  }
}

function barHeight(count: number, most: number, height: number): number {
  return Math.max(least, Math.sqrt(count / most) * height);
}

function drawAxis(paper: Paper, width: number, bottom: number, span: Span, palette: Palette): void {
  paper.fillStyle = palette.line;
  paper.fillRect(0, bottom, width, 1);
  paper.font = '10px sans-serif';
  paper.textBaseline = 'top';
  for (const { moment, text } of axisMarks(span, width)) {
    const x = Math.round(xOf(span, width, moment));
    paper.fillStyle = palette.line;
    paper.fillRect(x, bottom, 1, 4);
    paper.fillStyle = palette.text;
    paper.fillText(text, x + 3, bottom + 3);
  }
}

function drawBrush(paper: Paper, bottom: number, [one, other]: readonly [number, number], palette: Palette): void {
  const from = Math.min(one, other);
  paper.fillStyle = palette.brush;
  paper.globalAlpha = 0.25;
  paper.fillRect(from, 0, Math.abs(other - one), bottom);
  paper.globalAlpha = 1;
  paper.fillRect(from, 0, 1, bottom);
  paper.fillRect(Math.max(one, other), 0, 1, bottom);
}

function drawCursor(paper: Paper, x: number, bottom: number, palette: Palette): void {
  paper.fillStyle = palette.cursor;
  paper.fillRect(x - 1, 0, 2, bottom);
  paper.beginPath();
  paper.moveTo(x - 5, 0);
  paper.lineTo(x + 5, 0);
  paper.lineTo(x, 6);
  paper.fill();
}

function drawCross(paper: Paper, x: number): void {
  paper.lineWidth = 1.6;
  paper.beginPath();
  paper.moveTo(x - 2.5, 2);
  paper.lineTo(x + 2.5, 7);
  paper.moveTo(x + 2.5, 2);
  paper.lineTo(x - 2.5, 7);
  paper.stroke();
}

function drawFlag(paper: Paper, x: number): void {
  paper.fillRect(x - 0.5, 1, 1.2, 8);
  paper.beginPath();
  paper.moveTo(x + 0.5, 1);
  paper.lineTo(x + 6, 3.2);
  paper.lineTo(x + 0.5, 5.5);
  paper.fill();
}
