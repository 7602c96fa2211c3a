import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { iconStyle } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Problem } from '../../backend/index.ts';

const box = style({
  display: 'grid',
  gridTemplateColumns: [20, 'minmax(0, 1fr)'],
  columnGap: 8,
  marginX: 16,
  marginTop: 8,
  padding: 8,
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: 'gray-200',
  borderRadius: 'default',
  font: 'ui',
  flexShrink: 0,
});

/** What a person should know about an answer. The answer itself stands below. */
export function Remark({ remark: { title, message, nextStep } }: { remark: Problem }) {
  return (
    <div role="note" aria-label={title} className={box}>
      <AlertTriangle styles={iconStyle({ size: 'S', color: 'notice' })} />
      <p className={style({ margin: 0 })}>
        <strong className={style({ fontWeight: 'bold' })}>{`${title}. `}</strong>
        {`${message} ${nextStep}`}
      </p>
    </div>
  );
}
