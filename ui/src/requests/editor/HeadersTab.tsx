import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { FilledHeader } from '../../backend/index.ts';
import type { Draft } from '../drafts/draft.ts';
import { changeRequest } from '../drafts/drafts.ts';
import { FieldRows } from './FieldRows.tsx';

const blank = { name: '', value: '', enabled: true };
const row = style({
  display: 'grid',
  gridTemplateColumns: ['minmax(96px, 200px)', 'minmax(0, 1fr)'],
  columnGap: 12,
  paddingY: 2,
  font: 'code-xs',
});
const value = style({ margin: 0, color: 'neutral-subdued', wordBreak: 'break-word' });

/** The headers that the user wrote, and those that are filled in. */
export function HeadersTab({ draft, headers }: { draft: Draft; headers: readonly FilledHeader[] }) {
  const filledIn = headers.filter((header) => header.filledIn);
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
      <FieldRows
        thing="header"
        fields={draft.request.headers}
        onChange={(next) => changeRequest(draft.key, { headers: next })}
        blank={blank}
      />
      {filledIn.length > 0 ? (
        <section aria-label="Filled in">
          <h3 className={style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, paddingBottom: 4 })}>
            Filled in; a header of the same name takes its place
          </h3>
          <dl className={style({ margin: 0 })}>
            {filledIn.map((header) => (
              <div key={header.name} className={row}>
                <dt>{header.name}</dt>
                <dd className={value}>{header.value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </div>
  );
}
