import InfoCircle from '@react-spectrum/s2/icons/InfoCircle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  children: ReactNode;
  /** What can be pressed here, below the text. */
  actions?: ReactNode;
}

const box = style({
  display: 'grid',
  gridTemplateColumns: [20, 'minmax(0, 1fr)'],
  columnGap: 12,
  padding: 16,
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: 'gray-200',
  borderRadius: 'lg',
});

/** Something good to know. It calls for nothing, so it does not stand out. */
export function QuietNote({ title, children, actions }: Props) {
  const id = useId();
  return (
    <div role="note" aria-labelledby={id} className={box}>
      <InfoCircle styles={iconStyle({ size: 'S', color: 'informative' })} />
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 4, font: 'ui' })}>
        <strong id={id} className={style({ fontWeight: 'bold' })}>
          {title}
        </strong>
        {children}
        {actions ? <div className={style({ display: 'flex', gap: 8, marginTop: 8 })}>{actions}</div> : null}
      </div>
    </div>
  );
}
