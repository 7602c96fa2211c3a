import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useHint } from './use-hint.ts';

interface Props {
  id: string;
  title: string;
  text: string;
  /** Where the hint lies over its part of the screen. */
  place: 'filter' | 'list' | 'details';
}

const card = style<{ place: Props['place'] }>({
  position: 'absolute',
  zIndex: 2,
  width: 240,
  boxSizing: 'border-box',
  padding: 16,
  borderRadius: 'lg',
  boxShadow: 'elevated',
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
  const { shown, close } = useHint(id);
  if (!shown) return null;
  return (
    <aside aria-label={title} className={card({ place })}>
      <span className={style({ fontWeight: 'bold' })}>{title}</span>
      <span>{text}</span>
      <Button size="S" variant="primary" staticColor="white" onPress={close} aria-label={`Got it: ${title}`}>
        Got it
      </Button>
    </aside>
  );
}
