import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const swatch = style<{ colour: string }>({
  display: 'inline-block',
  width: 10,
  height: 10,
  flexShrink: 0,
  borderRadius: 'sm',
  backgroundColor: {
    default: 'gray-300',
    colour: {
      0: 'blue-900',
      1: 'orange-800',
      2: 'green-800',
      3: 'fuchsia-800',
      4: 'turquoise-800',
      5: 'purple-800',
      6: 'yellow-700',
      7: 'brown-800',
    },
  },
  forcedColorAdjust: 'none',
});

/** The colour of a client; it only helps what is also said in words. */
export function ClientSwatch({ colour }: { colour: number | null }) {
  return <span aria-hidden className={swatchLook(colour)} />;
}

/** The classes of an element that shows it. */
export function swatchLook(colour: number | null): string {
  return swatch({ colour: String(colour ?? '') });
}
