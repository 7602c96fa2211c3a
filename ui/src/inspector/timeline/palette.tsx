import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** The colours of the strip as a canvas takes them. */
export interface Palette {
  clients: string[];
  all: string;
  shown: string;
  text: string;
  line: string;
  error: string;
  flag: string;
  cursor: string;
  brush: string;
}

const clients = style<{ colour: string }>({
  color: {
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
});

const others = {
  all: style({ color: 'gray-300' }),
  shown: style({ color: 'gray-600' }),
  text: style({ color: 'neutral-subdued' }),
  line: style({ color: 'gray-400' }),
  error: style({ color: 'negative' }),
  flag: style({ color: 'orange-900' }),
  cursor: style({ color: 'neutral' }),
  brush: style({ color: 'blue-800' }),
};

type Other = keyof typeof others;
const names = Object.keys(others) as Other[];
const colours = ['0', '1', '2', '3', '4', '5', '6', '7'];

/** In high contrast, shapes tell what colours told. */
const highContrast: Palette = {
  clients: colours.map(() => 'CanvasText'),
  all: 'GrayText',
  shown: 'CanvasText',
  text: 'CanvasText',
  line: 'CanvasText',
  error: 'CanvasText',
  flag: 'CanvasText',
  cursor: 'Highlight',
  brush: 'Highlight',
};

/** Unseen elements that have the colours of the theme, for `paletteOf`. */
export function PaletteProbe({ ref }: { ref: React.Ref<HTMLSpanElement> }) {
  return (
    <span ref={ref} hidden>
      {colours.map((colour) => (
        <i key={colour} className={clients({ colour })} />
      ))}
      {names.map((name) => (
        <i key={name} className={others[name]} />
      ))}
    </span>
  );
}

/** The colours as they are now: light, dark, or of high contrast. */
export function paletteOf(probe: HTMLElement): Palette {
  if (matchMedia('(forced-colors: active)').matches) return highContrast;
  const found = Array.from(probe.children, (element) => getComputedStyle(element).color);
  const rest = Object.fromEntries(names.map((name, at) => [name, found[colours.length + at] ?? 'gray']));
  return { clients: found.slice(0, colours.length), ...(rest as Record<Other, string>) };
}

/** Calls the listener when other colours are in force. */
export function watchPalette(listener: () => void): () => void {
  const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
  for (const query of media) query.addEventListener('change', listener);
  const theme = new MutationObserver(listener);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-color-scheme'] });
  return () => {
    for (const query of media) query.removeEventListener('change', listener);
    theme.disconnect();
  };
}
