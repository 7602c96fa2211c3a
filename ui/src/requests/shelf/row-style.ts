import { focusRing, style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** A line of the left pane. */
export const rowStyle = style<{ isSelected: boolean; isHovered: boolean; isFocusVisible: boolean }>({
  ...focusRing(),
  outlineOffset: -2,
  borderRadius: 'default',
  cursor: 'default',
  font: 'ui',
  color: 'neutral',
  backgroundColor: { default: 'transparent', isHovered: 'gray-100', isSelected: 'gray-200' },
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: {
    default: { default: 'transparent', forcedColors: 'Background' },
    isSelected: { default: 'transparent', forcedColors: 'Highlight' },
  },
});

/** What stands in a line of the tree. */
export const cells = style({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  minHeight: 26,
  paddingX: 4,
  minWidth: 0,
});

export const cut = style({ truncate: true, minWidth: 0, flexGrow: 1 });
