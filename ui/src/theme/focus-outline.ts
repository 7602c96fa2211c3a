import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** Where keys go, around an element that is not one of React Aria's: those draw Spectrum's own ring. */
export const focusOutline = style({
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineWidth: 2,
  outlineOffset: -2,
  outlineColor: 'focus-ring',
});
