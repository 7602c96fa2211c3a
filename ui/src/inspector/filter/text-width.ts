let canvas: CanvasRenderingContext2D | null = null;

/** How wide a text is in the font of an element, in pixels. */
export function textWidth(text: string, element: HTMLElement): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (!canvas) return 0;
  canvas.font = getComputedStyle(element).font;
  return canvas.measureText(text).width;
}
