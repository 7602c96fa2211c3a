import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import type { ConsoleEntry } from '../backend/index.ts';
import { shortened } from '../words/shortened.ts';
import { day, exactly } from '../words/time.ts';
import { useNow } from '../words/use-now.ts';
import { lastUse, use } from './entry-in-words.ts';
import { RetireButton } from './RetireButton.tsx';

interface Props {
  label: string;
  entries: readonly ConsoleEntry[];
  /** Called when one of them shall go; none where they are only shown. */
  onRetire?: (entry: ConsoleEntry) => void;
}

const table = style({ width: 'full', borderCollapse: 'collapse', font: 'ui' });
const head = style({
  textAlign: 'start',
  fontWeight: 'bold',
  color: 'neutral-subdued',
  paddingX: 8,
  height: 32,
  borderStyle: 'solid',
  borderWidth: 0,
  borderBottomWidth: 1,
  borderColor: 'gray-300',
});
const cell = style({
  textAlign: 'start',
  fontWeight: 'normal',
  paddingX: 8,
  height: 40,
  borderStyle: 'solid',
  borderWidth: 0,
  borderBottomWidth: 1,
  borderColor: 'gray-200',
});

const time = (moment: number | null, none: string) =>
  moment === null ? none : <span title={exactly(moment)}>{day(moment)}</span>;

/** Client secrets or certificates as the console lists them. */
export function EntriesTable({ label, entries, onRetire }: Props) {
  const now = useNow();
  const hasFingerprint = entries.some(({ sha1 }) => sha1 !== null);
  return (
    <table aria-label={label} className={table}>
      <thead>
        <tr>
          {hasFingerprint ? <th className={head}>SHA-1</th> : null}
          <th className={head}>Made</th>
          <th className={head}>Last used</th>
          <th className={head}>Use</th>
          <th className={head}>Ends</th>
          {onRetire ? (
            <th className={head}>
              <VisuallyHidden>Actions</VisuallyHidden>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            {hasFingerprint ? (
              <th scope="row" className={cell} title={entry.sha1 ?? undefined}>
                <span className={style({ font: 'code-sm' })}>{entry.sha1 ? shortened(entry.sha1) : '–'}</span>
              </th>
            ) : null}
            <td className={cell}>{time(entry.createdAt, 'not known')}</td>
            <td className={cell}>
              <span title={entry.lastUsedAt === null ? undefined : exactly(entry.lastUsedAt)}>
                {lastUse(entry, now)}
              </span>
            </td>
            <td className={cell}>{use(entry)}</td>
            <td className={cell}>{time(entry.expiresAt, 'never')}</td>
            {onRetire ? (
              <td className={cell}>
                <RetireButton entry={entry} onPress={() => onRetire(entry)} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
