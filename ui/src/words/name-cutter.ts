import { partsOfName } from './CutInMiddle.tsx';

const mostKept = 20_000;
/** What is left of the beginning at least. */
const fewestLetters = 3;

/**
 * Cuts names of services in their middle, as `CutInMiddle` does, in one piece of text: for lists that draw many within a frame. It
 * remembers how wide texts are, which holds while the page has the fonts that it has.
 */
export class NameCutter {
  #canvas = document.createElement('canvas').getContext('2d');
  #fonts = new Map<string, string>();
  #widths = new Map<string, number>();
  #letters = new Map<string, number>();

  /**
   * The text with so much of its beginning left out before the last dot that it fits into `room` pixels in the font of an element;
   * a text that fits or has no such dot as it is. Where there is not even room for its end, what draws it cuts it there.
   */
  cutToFit(text: string, room: number, element: Element): string {
    const [begin, end] = partsOfName(text);
    const font = end === '' ? null : this.#fontOf(element);
    if (font === null || begin.length <= fewestLetters || this.#widthOf(text, font) <= room) return text;
    const pixels = Math.floor(room);
    const letters = remembered(this.#letters, `${pixels} ${font} ${text}`, () =>
      this.#lettersThatFit(begin, end, pixels, font),
    );
    return withLetters(begin, letters, end);
  }

  #lettersThatFit(begin: string, end: string, room: number, font: string): number {
    let [fits, tooMany] = [fewestLetters, begin.length];
    while (tooMany - fits > 1) {
      const letters = Math.floor((fits + tooMany) / 2);
      if (this.#measured(withLetters(begin, letters, end), font) <= room) fits = letters;
      else tooMany = letters;
    }
    return fits;
  }

  #widthOf(text: string, font: string): number {
    return remembered(this.#widths, `${font} ${text}`, () => this.#measured(text, font));
  }

  #measured(text: string, font: string): number {
    if (!this.#canvas) return 0;
    this.#canvas.font = font;
    return this.#canvas.measureText(text).width;
  }

  /**
   * Elements of one first class have one font: to ask each of them would take longer than to draw it. One that is not in the page has
   * none yet.
   */
  #fontOf(element: Element): string | null {
    const look = element.classList[0] ?? '';
    const known = this.#fonts.get(look);
    if (known !== undefined) return known;
    if (!element.isConnected) return null;
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
    const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    this.#fonts.set(look, font);
    return font;
  }
}

function withLetters(begin: string, letters: number, end: string): string {
  return `${begin.slice(0, letters)}…${end}`;
}

function remembered(map: Map<string, number>, key: string, measure: () => number): number {
  const known = map.get(key);
  if (known !== undefined) return known;
  if (map.size >= mostKept) map.clear();
  const measured = measure();
  map.set(key, measured);
  return measured;
}
