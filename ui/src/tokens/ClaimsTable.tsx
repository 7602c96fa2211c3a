import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { TokenClaim } from '../backend/index.ts';
import { exactly } from '../words/time.ts';
import { fromNow } from './token-in-words.ts';

interface Props {
  label: string;
  claims: readonly TokenClaim[];
  now: number;
}

const table = style({ width: 'full', tableLayout: 'fixed', borderCollapse: 'collapse', font: 'ui' });
const heading = style({ textAlign: 'start', font: 'ui-sm', color: 'neutral-subdued', padding: 8, paddingStart: 0 });
const row = style({ borderStyle: 'solid', borderWidth: 0, borderTopWidth: 1, borderColor: 'gray-200' });
const cell = style({
  textAlign: 'start',
  verticalAlign: 'top',
  padding: 8,
  paddingStart: 0,
  fontWeight: 'normal',
  overflowWrap: 'anywhere',
});
const code = style({ font: 'code-xs' });
const small = style({ font: 'ui-sm', color: 'neutral-subdued', display: 'block' });

/** Members of a header or payload: as they stand, and what they mean. */
export function ClaimsTable({ label, claims, now }: Props) {
  return (
    <table aria-label={label} className={table}>
      <thead>
        <tr>
          <th scope="col" className={heading} style={{ width: '20%' }}>
            Name
          </th>
          <th scope="col" className={heading} style={{ width: '46%' }}>
            Value
          </th>
          <th scope="col" className={heading}>
            Meaning
          </th>
        </tr>
      </thead>
      <tbody>
        {claims.map(({ name, value, meaning, at }) => (
          <tr key={name} className={row}>
            <th scope="row" className={cell}>
              <span className={code}>{name}</span>
            </th>
            <td className={cell}>
              <span className={code}>{value}</span>
            </td>
            <td className={cell}>
              {meaning}
              {at === null ? null : (
                <span className={small}>
                  {fromNow(at, now)} · {exactly(at)}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
