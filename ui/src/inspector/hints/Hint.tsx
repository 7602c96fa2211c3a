import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef } from 'react';
import { useInspector } from '../inspector-context.ts';
import { useHint } from './use-hint.ts';

interface Props {
  id: string;
  title: string;
  text: string;
  /** Where the hint lies over its part of the screen. */
  place: 'filter' | 'list' | 'details';
}

const look = style<{ place: Props['place'] }>({
  position: 'absolute',
  zIndex: 2,
  width: 240,
  boxSizing: 'border-box',
  padding: 16,
  // No shadow: where there is no graphics processor it is painted anew whenever what lies below scrolls, which took a third of a frame.
  borderRadius: 'lg',
  borderStyle: 'solid',
  borderColor: 'transparent',
  // Seen in high contrast, where grounds are not.
  borderWidth: 1,
  backgroundColor: 'accent',
  font: 'ui',
  color: 'white',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'start',
  gap: 8,
  top: { place: { filter: 44, details: 48 } },
  bottom: { place: { list: 48 } },
  insetStart: { place: { filter: 56, list: 16 } },
  insetEnd: { place: { details: 16 } },
});

/** A short word about a part of the screen, until it was read once. */
export function Hint({ id, title, text, place }: Props) {
  const card = useRef<HTMLElement>(null);
  const { isNarrow } = useInspector();
  const { shown, close } = useHint(id, isNarrow);
  if (!shown) return null;

  function onRead() {
    const others = [...document.querySelectorAll<HTMLElement>('[data-hint]')].filter((each) => each !== card.current);
    // Whoever has read all of them goes on in the list.
    (others[0]?.querySelector('button') ?? document.querySelector<HTMLElement>('[role=grid]'))?.focus();
    close();
  }

  return (
    <aside ref={card} data-hint aria-label={title} className={look({ place })}>
      <span className={style({ fontWeight: 'bold' })}>{title}</span>
      <span>{text}</span>
      <Button size="S" variant="primary" staticColor="white" onPress={onRead} aria-label={`Got it: ${title}`}>
        Got it
      </Button>
    </aside>
  );
}
