import { focusRing, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Button } from 'react-aria-components/Button';
import type { EventRow } from '../../backend/index.ts';
import { dayAndTime } from './day-and-time.ts';

interface Props {
  event: EventRow;
  onOpen: () => void;
}

const row = style<{ isHovered: boolean; isFocusVisible: boolean }>({
  ...focusRing(),
  display: 'grid',
  gridTemplateColumns: [168, 'minmax(0, 2fr)', 'minmax(0, 3fr)'],
  columnGap: 12,
  alignItems: 'center',
  width: 'full',
  minHeight: 28,
  paddingX: 8,
  paddingY: 4,
  borderStyle: 'none',
  borderRadius: 'default',
  backgroundColor: { default: 'transparent', isHovered: 'gray-100' },
  font: 'ui',
  color: 'neutral',
  textAlign: 'start',
  cursor: 'default',
});
const cut = style({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' });
const quiet = style({ color: 'neutral-subdued', fontVariantNumeric: 'tabular-nums' });
const failed = style({ color: 'negative' });

/** One event that was found. */
export function Hit({ event, onOpen }: Props) {
  return (
    <li className={style({ listStyleType: 'none' })}>
      <Button onPress={onOpen} className={({ isHovered, isFocusVisible }) => row({ isHovered, isFocusVisible })}>
        <span className={`${cut} ${quiet}`}>{dayAndTime(event.timestamp)}</span>
        <span className={event.error ? `${cut} ${failed}` : cut}>{event.label}</span>
        <span className={`${cut} ${quiet}`}>{event.detail}</span>
      </Button>
    </li>
  );
}
