import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** Words beside an icon: in a narrow window, as it is at 200 %, only the icon is seen, and the words are read out. */
export const wordsBesideIcon = style({
  position: { default: 'absolute', md: 'static' },
  width: { default: 1, md: 'auto' },
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  opacity: { default: 0, md: 1 },
  pointerEvents: { default: 'none', md: 'auto' },
});

/** Words of which the first letters are seen even then. */
export const cutWords = style({
  font: { default: 'ui-sm', md: 'ui' },
  fontWeight: '[inherit]',
  color: '[inherit]',
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: { default: 'clip', md: 'ellipsis' },
  whiteSpace: 'nowrap',
});
