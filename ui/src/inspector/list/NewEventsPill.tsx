import { Button } from '@react-spectrum/s2/Button';
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';

/** Tells what came behind the user's back, and leads there. */
export function NewEventsPill({ count, onPress }: { count: number; onPress: () => void }) {
  if (count === 0) return null;
  return (
    <div
      className={style({
        position: 'absolute',
        bottom: 12,
        insetX: 0,
        display: 'flex',
        justifyContent: 'center',
        pointerEvents: 'none',
      })}
    >
      <span className={style({ pointerEvents: 'auto' })}>
        <Button size="S" variant="primary" onPress={onPress}>
          <ChevronDown />
          <Text>{`${count.toLocaleString()} new`}</Text>
        </Button>
      </span>
    </div>
  );
}
