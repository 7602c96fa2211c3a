import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { CertificateSummary } from '../backend/index.ts';
import { shortened } from '../words/shortened.ts';
import { day } from '../words/time.ts';
import { useNow } from '../words/use-now.ts';

interface Props {
  certificate: CertificateSummary;
  /** Whether the private key that was found belongs to it; none when there is no key. */
  belongs: boolean | null;
}

/** A certificate in one line, and whether the key belongs to it. */
export function CertificateFact({ certificate, belongs }: Props) {
  const now = useNow();
  const { sha1, notAfter } = certificate;
  return (
    <>
      SHA-1{' '}
      <span className={style({ font: 'code-sm' })} title={sha1}>
        {shortened(sha1, 6)}
      </span>
      , {notAfter <= now ? 'expired on' : 'valid to'} {day(notAfter)}
      {belongs === true ? '; the key belongs to it' : null}
      {belongs === false ? (
        <span className={style({ display: 'flex', alignItems: 'center', gap: 4 })}>
          <AlertTriangle aria-label="Not right" styles={iconStyle({ size: 'S', color: 'notice' })} />
          The private key does not belong to it.
        </span>
      ) : null}
    </>
  );
}
