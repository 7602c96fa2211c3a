import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useInspector } from '../inspector-context.ts';
import { leftOutInWords, showHidden } from '../marks/index.ts';

/** That hidden events are not among what is drawn, and a way to see them. */
export function LeftOut({ count }: { count: number }) {
  const { view, status } = useInspector();
  if (count === 0) return null;
  return (
    <div
      className={style({
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 8,
        paddingX: 12,
        paddingBottom: 8,
      })}
    >
      <span role="status" className={style({ font: 'ui', color: 'neutral-subdued' })}>
        {leftOutInWords(count, status)}
      </span>
      <ActionButton size="S" onPress={() => void showHidden(view, true)} styles={style({ flexShrink: 0 })}>
        Show hidden events
      </ActionButton>
    </div>
  );
}
