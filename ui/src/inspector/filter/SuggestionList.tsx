import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { CompletionKind, QueryCompletions } from '../../backend/index.ts';
import { textWidth } from './text-width.ts';

interface Props {
  id: string;
  offered: QueryCompletions;
  active: number | null;
  /** What is typed before the piece that they are for. */
  before: string;
  field: RefObject<HTMLInputElement | null>;
  onTake: (index: number) => void;
}

/** From the list's edge to its texts. */
const textInset = 16;
/** However far the caret is, the list has so much of the field's width. */
const leastRoom = 240;

const place = style({
  position: 'absolute',
  top: 'full',
  zIndex: 3,
  margin: 0,
  marginTop: 4,
  padding: 4,
  boxSizing: 'border-box',
  minWidth: 240,
  maxWidth: 480,
  maxHeight: 320,
  overflowY: 'auto',
  overflowX: 'hidden',
  borderRadius: 'lg',
  borderStyle: 'solid',
  borderWidth: 1,
  // And no shadow, for it lies over the list as hints do.
  borderColor: 'gray-500',
  backgroundColor: 'elevated',
});
const option = style<{ isActive: boolean }>({
  display: 'flex',
  alignItems: 'baseline',
  gap: 16,
  paddingX: 12,
  paddingY: 4,
  borderRadius: 'default',
  font: 'ui',
  cursor: 'default',
  backgroundColor: { default: 'transparent', ':hover': 'gray-100', isActive: 'gray-200' },
  outlineStyle: { default: 'none', isActive: 'solid' },
  outlineWidth: 2,
  outlineOffset: -2,
  outlineColor: 'focus-ring',
});
const label = style<{ isCode: boolean }>({
  flexGrow: 1,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  font: { default: 'ui', isCode: 'code-sm' },
  color: 'neutral',
});
const detail = style({
  flexShrink: 0,
  maxWidth: 240,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  font: 'ui-sm',
  color: 'neutral-subdued',
  fontVariantNumeric: 'tabular-nums',
});

const code: readonly CompletionKind[] = ['field', 'key', 'word'];

/** What may be written next, below the piece that is typed. */
export function SuggestionList({ id, offered, active, before, field, onTake }: Props) {
  const root = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!root.current || !field.current) return;
    const { offsetLeft, offsetWidth, scrollLeft } = field.current;
    const indent = offsetLeft + textWidth(before, field.current) - scrollLeft - textInset;
    root.current.style.insetInlineStart = `${Math.max(0, Math.min(indent, offsetWidth - leastRoom))}px`;
  }, [before, field]);

  useEffect(() => {
    if (active !== null) root.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={root}
      id={id}
      role="listbox"
      aria-label="Suggestions"
      tabIndex={-1}
      className={place}
      // The field keeps the focus, so that typing goes on.
      onMouseDown={(event) => event.preventDefault()}
    >
      {offered.items.map((item, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field's keys choose and take them
        <div
          key={item.insert}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={option({ isActive: index === active })}
          onClick={() => onTake(index)}
        >
          <span className={label({ isCode: code.includes(item.completionKind) })}>{item.label}</span>
          <span className={detail}>{item.detail}</span>
        </div>
      ))}
    </div>
  );
}

export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}
