import Search from '@react-spectrum/s2/icons/Search';
import { focusRing, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Button } from 'react-aria-components/Button';
import { wordsBesideIcon } from './rail.ts';

const isMac = navigator.platform.startsWith('Mac');

const button = style<{ isHovered: boolean; isFocusVisible: boolean }>({
  ...focusRing(),
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  height: 32,
  flexShrink: 0,
  paddingX: { default: 4, md: 12 },
  justifyContent: { default: 'center', md: 'start' },
  borderRadius: 'default',
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: { default: 'gray-300', isHovered: 'gray-400' },
  backgroundColor: 'layer-2',
  font: 'ui',
  color: 'neutral-subdued',
  cursor: 'default',
  transition: 'default',
  '--iconPrimary': { type: 'fill', value: 'currentColor' },
});

const keys = style({
  display: { default: 'none', md: 'block' },
  font: 'ui-sm',
  color: 'neutral-subdued',
  marginStart: 'auto',
});

/** Opens the command palette, and tells its key. */
export function PaletteButton({ onPress }: { onPress: () => void }) {
  return (
    <Button onPress={onPress} className={({ isHovered, isFocusVisible }) => button({ isHovered, isFocusVisible })}>
      <Search />
      <span className={wordsBesideIcon}>Go to…</span>
      <kbd className={keys}>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
    </Button>
  );
}
