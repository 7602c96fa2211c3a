import { BandPlace } from './band-place.ts';
import { draw, heightOf, type Scene } from './draw.ts';
import { paletteOf, watchPalette, type Palette } from './palette.tsx';
import type { Span } from './span.ts';

const nothing: Scene = { density: null, span: null, isOpen: false, cursor: null, brush: null };

/** What the strip is drawn on. */
interface Ground {
  canvas: HTMLCanvasElement;
  /** Has the colours, for `paletteOf`. */
  probe: HTMLElement;
  /** Stands behind the canvas, where the list is. */
  band: HTMLElement;
}

/** The strip on its canvas: whatever changes is drawn with the next frame, once. */
export class Picture {
  scene: Scene = nothing;
  readonly #band = new BandPlace();
  #canvas: HTMLCanvasElement | null = null;
  #probe: HTMLElement | null = null;
  #palette: Palette | null = null;
  #width = 0;
  #frame = 0;

  /** Width in CSS pixels; 0 until it is measured. */
  get width(): number {
    return this.#width;
  }

  change(part: Partial<Scene>): void {
    this.scene = { ...this.scene, ...part };
    this.#redraw();
  }

  /** The times that the list shows. A list that scrolls tells others with each frame, so nothing is drawn for them. */
  showTimes(times: Span | null): void {
    this.#band.times = times;
    this.#band.put(this.scene.span, this.#width);
  }

  /** Draws on a canvas as wide as its parent; the answer ends it. */
  readonly attach = ({ canvas, probe, band }: Ground, onWidth: (width: number) => void): (() => void) => {
    this.#canvas = canvas;
    this.#probe = probe;
    this.#band.element = band;
    const measure = () => {
      this.#width = canvas.parentElement?.clientWidth ?? 0;
      onWidth(this.#width);
      this.#redraw();
    };
    const observer = new ResizeObserver(measure);
    if (canvas.parentElement) observer.observe(canvas.parentElement);
    const endPalette = watchPalette(() => {
      this.#palette = null;
      this.#redraw();
    });
    measure();
    return () => {
      observer.disconnect();
      endPalette();
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#canvas = null;
      this.#palette = null;
      this.#band.element = null;
    };
  };

  #redraw(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    this.#frame = 0;
    const canvas = this.#canvas;
    const paper = canvas?.getContext('2d');
    if (!canvas || !paper || !this.#probe || this.#width === 0) return;
    this.#palette ??= paletteOf(this.#probe);
    const height = heightOf(this.scene);
    const density = devicePixelRatio || 1;
    const [wide, high] = [Math.round(this.#width * density), Math.round(height * density)];
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide;
      canvas.height = high;
      canvas.style.width = `${this.#width}px`;
      canvas.style.height = `${height}px`;
    }
    paper.setTransform(density, 0, 0, density, 0, 0);
    draw(paper, this.#width, this.scene, this.#palette);
    this.#band.put(this.scene.span, this.#width);
  }
}
