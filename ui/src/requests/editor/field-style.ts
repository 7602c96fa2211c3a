import { focusRing, style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** A field for what is read by machines. */
export const codeField = style<{ isHovered: boolean; isFocused: boolean; isFocusVisible: boolean; isLarge: boolean }>({
  ...focusRing(),
  boxSizing: 'border-box',
  width: 'full',
  height: { default: 32, isLarge: 'auto' },
  minHeight: { isLarge: 96 },
  paddingX: 12,
  paddingY: { default: 0, isLarge: 8 },
  borderRadius: 'default',
  borderStyle: 'solid',
  borderWidth: 2,
  borderColor: { default: 'gray-300', isHovered: 'gray-400', isFocused: 'gray-900' },
  backgroundColor: 'layer-2',
  font: 'code-sm',
  color: 'neutral',
  resize: 'vertical',
});
