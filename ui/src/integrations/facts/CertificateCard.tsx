import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Button } from '@react-spectrum/s2/Button';
import type { CertificateSummary, IntegrationRow } from '../../backend/index.ts';
import { beginLabels, canBegin, goToGuide } from '../../guides/index.ts';
import { day } from '../../words/time.ts';
import { useNow } from '../../words/use-now.ts';
import { certificateInWords } from '../certificate-in-words.ts';
import { CertificateLeft } from '../CertificateLeft.tsx';
import { StateCard } from './StateCard.tsx';

interface Props {
  row: IntegrationRow;
  certificate: CertificateSummary;
}

/** How long the certificate is still valid, and its renewal, which stands out from 30 days on. */
export function CertificateCard({ row, certificate }: Props) {
  const now = useNow();
  const isUrgent = certificateInWords(certificate.notAfter, now).variant !== 'positive';
  const renew = () => goToGuide(row.id, 'certificate');
  return (
    <StateCard
      title="Certificate"
      state={<CertificateLeft notAfter={certificate.notAfter} now={now} size="large" />}
      note={`Valid from ${day(certificate.notBefore)} to ${day(certificate.notAfter)}`}
      actions={
        canBegin(row, 'certificate') ? (
          isUrgent ? (
            <Button variant="accent" onPress={renew}>
              {beginLabels.certificate}
            </Button>
          ) : (
            <ActionButton onPress={renew}>{beginLabels.certificate}</ActionButton>
          )
        ) : null
      }
    />
  );
}
