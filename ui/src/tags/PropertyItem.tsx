import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { PropertyRow } from '../backend/index.ts';

const item = style({
  display: 'grid',
  gridTemplateColumns: ['minmax(0, 3fr)', 80, 'minmax(0, 3fr)'],
  gap: 16,
  alignItems: 'center',
  minHeight: 40,
  borderStyle: 'solid',
  borderWidth: 0,
  borderTopWidth: 1,
  borderColor: 'gray-200',
  font: 'ui',
});

/** One property: what it is, and what may be done with it. */
export function PropertyItem({ property }: { property: PropertyRow }) {
  const { name, id, platform, domains, enabled, rights } = property;
  return (
    <li className={item}>
      <span className={style({ minWidth: 0 })}>
        <span className={style({ display: 'block', fontWeight: 'medium', truncate: true })} title={id}>
          {enabled ? name : `${name} (not in use)`}
        </span>
        <span className={style({ display: 'block', font: 'ui-sm', color: 'neutral-subdued', truncate: true })}>
          {domains.length > 0 ? domains.join(', ') : id}
        </span>
      </span>
      <span>{platform}</span>
      <span className={style({ font: 'ui-sm', color: 'neutral-subdued' })}>
        {rights.length > 0 ? rights.join(', ') : 'May be read only'}
      </span>
    </li>
  );
}
