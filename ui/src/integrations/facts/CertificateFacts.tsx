import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { CertificateSummary } from '../../backend/index.ts';
import { day } from '../../words/time.ts';
import { CopiedId } from './CopiedId.tsx';
import { Fact, facts } from './Fact.tsx';

interface Props {
  label: string;
  certificate: CertificateSummary;
  /** Whether its first day is told too. */
  withBegin?: boolean;
}

/** A certificate by what Developer Console and openssl show of it. */
export function CertificateFacts({ label, certificate, withBegin = false }: Props) {
  return (
    <dl aria-label={label} className={facts}>
      <Fact label="SHA-1 fingerprint">
        <CopiedId id={certificate.sha1} name="SHA-1 fingerprint" />
      </Fact>
      <Fact label="SHA-256 fingerprint">
        <CopiedId id={certificate.sha256} name="SHA-256 fingerprint" />
      </Fact>
      <Fact label="Subject">
        <span className={style({ font: 'code-sm', wordBreak: 'break-word' })}>{certificate.subject}</span>
      </Fact>
      <Fact label="Key">RSA {certificate.bits}</Fact>
      {withBegin ? (
        <Fact label="Valid">
          from {day(certificate.notBefore)} to {day(certificate.notAfter)}
        </Fact>
      ) : (
        <Fact label="Valid to">{day(certificate.notAfter)}</Fact>
      )}
    </dl>
  );
}
