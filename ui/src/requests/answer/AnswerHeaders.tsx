import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { AnswerHeader } from '../../backend/index.ts';

const row = style({
  display: 'grid',
  gridTemplateColumns: ['minmax(96px, 240px)', 'minmax(0, 1fr)'],
  columnGap: 12,
  paddingY: 2,
  font: 'code-xs',
});
const value = style({ margin: 0, color: 'neutral-subdued', wordBreak: 'break-word' });

/** The headers of an answer, as they came. */
export function AnswerHeaders({ headers }: { headers: readonly AnswerHeader[] }) {
  return (
    <dl aria-label="Headers of the answer" className={style({ margin: 0 })}>
      {headers.map((header, at) => (
        <div key={at} className={row}>
          <dt>{header.name}</dt>
          <dd className={value}>{header.value === '' ? '–' : header.value}</dd>
        </div>
      ))}
    </dl>
  );
}
