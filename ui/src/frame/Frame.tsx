import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef, useState, type ReactNode } from 'react';
import { About } from '../about/index.ts';
import { focusOutline } from '../theme/focus-outline.ts';
import { VaultGate } from '../vault/VaultGate.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { Footer } from './Footer.tsx';
import { SideNavigation } from './SideNavigation.tsx';
import { placeId, titleId } from './place-ids.ts';
import { TitleBar } from './TitleBar.tsx';
import { useFrameKeys } from './use-frame-keys.ts';
import { useKeptFocus } from './use-kept-focus.ts';

const frame = style({
  display: 'grid',
  gridTemplateColumns: { default: [64, 'minmax(0, 1fr)'], md: [224, 'minmax(0, 1fr)'] },
  gridTemplateRows: ['minmax(0, 1fr)', 'auto'],
  height: 'full',
  font: 'ui',
});

const main = style({
  display: 'grid',
  gridTemplateColumns: ['minmax(0, 1fr)'],
  gridTemplateRows: ['auto', 'minmax(0, 1fr)'],
  minWidth: 0,
  marginTop: 8,
  borderRadius: 'lg',
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: 'gray-200',
  marginEnd: 8,
  overflow: 'hidden',
  // Tables and fields take their ground from here.
  '--s2-container-bg': { type: 'backgroundColor', value: 'layer-2' },
  backgroundColor: '--s2-container-bg',
});

const place = style({
  minHeight: 0,
  overflow: 'auto',
  position: 'relative',
});

/** What stays on the screen: side navigation, title bar, footer, and the palette over all of it. */
export function Frame({ children }: { children: ReactNode }) {
  const [paletteOpen, setPaletteOpen] = useState(false);
  const placeRef = useRef<HTMLDivElement>(null);
  useFrameKeys(() => setPaletteOpen(true));
  useKeptFocus(placeRef);
  return (
    <div className={frame}>
      <SideNavigation onPalette={() => setPaletteOpen(true)} />
      <main className={main}>
        <TitleBar />
        <div
          ref={placeRef}
          id={placeId}
          role="group"
          aria-labelledby={titleId}
          tabIndex={-1}
          className={`${place} ${focusOutline}`}
        >
          <VaultGate>{children}</VaultGate>
        </div>
      </main>
      <Footer />
      <About />
      <CommandPalette isOpen={paletteOpen} onClose={() => setPaletteOpen(false)} />
    </div>
  );
}
