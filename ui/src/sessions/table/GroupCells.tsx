import { ActionButton } from '@react-spectrum/s2/ActionButton';
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown';
import ChevronRight from '@react-spectrum/s2/icons/ChevronRight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { dayInWords } from '../when.ts';
import type { GroupLine } from './lines.ts';

interface Props {
  group: GroupLine;
  isCurrent: boolean;
  onFold: (group: string, isFolded: boolean) => void;
}

/** Sessions of one name and day, in one line: "Checkout v42 · 5 sessions · today". */
export function GroupCells({ group, isCurrent, onFold }: Props) {
  const { id, name, day, sessions, isFolded } = group;
  const Chevron = isFolded ? ChevronRight : ChevronDown;
  return (
    <span
      role="gridcell"
      aria-colspan={6}
      className={style({ gridColumnStart: 1, gridColumnEnd: -1, display: 'flex', alignItems: 'center', gap: 4 })}
    >
      <ActionButton
        isQuiet
        size="XS"
        aria-label={`${isFolded ? 'Show' : 'Hide'} the sessions of ${name}`}
        aria-expanded={!isFolded}
        excludeFromTabOrder={!isCurrent}
        styles={style({ marginStart: -4 })}
        onPress={() => onFold(id, !isFolded)}
      >
        <Chevron />
      </ActionButton>
      <span className={style({ truncate: true, fontWeight: 'medium' })}>{name}</span>
      <span className={style({ color: 'neutral-subdued', whiteSpace: 'nowrap' })}>
        {`· ${sessions.length.toLocaleString()} sessions · ${dayInWords(day)}`}
      </span>
    </span>
  );
}
