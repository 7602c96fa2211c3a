import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { endInWords, issueInWords, timeGone } from './token-in-words.ts';

interface Props {
  issuedAt: number | null;
  expiresAt: number | null;
  now: number;
}

const track = style({ height: 6, borderRadius: 'full', backgroundColor: 'gray-300', overflow: 'hidden' });

const fill = style<{ isOver: boolean }>({
  height: 'full',
  backgroundColor: { default: 'informative', isOver: 'negative' },
});

/** How far a token is on its way from its issue to its end: in words, and as a line under them. */
export function TokenTimeline({ issuedAt, expiresAt, now }: Props) {
  const gone = timeGone(issuedAt, expiresAt, now);
  if (issuedAt === null && expiresAt === null) return null;
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 8, font: 'ui' })}>
      <div className={style({ display: 'flex', justifyContent: 'space-between', gap: 16 })}>
        {issuedAt === null ? null : <span>{issueInWords(issuedAt, now)}</span>}
        {expiresAt === null ? null : <span>{endInWords(expiresAt, now)}</span>}
      </div>
      {gone === null ? null : (
        <div aria-hidden className={track}>
          <div className={fill({ isOver: gone === 1 })} style={{ width: `${gone * 100}%` }} />
        </div>
      )}
    </div>
  );
}
