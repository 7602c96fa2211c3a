import { Button } from '@react-spectrum/s2/Button';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import FileText from '@react-spectrum/s2/icons/FileText';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { CertificateSummary } from '../../backend/index.ts';
import { useNow } from '../../words/use-now.ts';
import { CertificateLeft } from '../CertificateLeft.tsx';
import { useDraftState } from '../DraftContext.tsx';
import { CertificateFacts } from '../facts/CertificateFacts.tsx';
import { TakeCertificate } from './TakeCertificate.tsx';

interface Props {
  certificate: CertificateSummary;
  isRegistering: boolean;
  onRegister: () => void;
}

const card = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  padding: 16,
  borderRadius: 'lg',
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: 'gray-300',
});

const line = style({ display: 'flex', alignItems: 'center', gap: 12, flexWrap: 'wrap' });

/** The certificate that belongs to the key, and the way to the console that must know it. */
export function CertificateCard({ certificate, isRegistering, onRegister }: Props) {
  const { draft } = useDraftState();
  const now = useNow();
  return (
    <div className={card}>
      <div className={line}>
        <FileText styles={iconStyle({ size: 'M' })} />
        <span className={style({ font: 'ui', fontWeight: 'bold' })}>certificate_pub.crt</span>
        <CertificateLeft notAfter={certificate.notAfter} now={now} />
      </div>
      <CertificateFacts label="Certificate details" certificate={certificate} withBegin />
      {draft.environment === 'practice' ? (
        <div className={line}>
          {draft.certificateRegistered ? (
            <span className={style({ font: 'ui', display: 'flex', alignItems: 'center', gap: 8 })}>
              <CheckmarkCircle styles={iconStyle({ size: 'S', color: 'positive' })} />
              Registered with the practice console
            </span>
          ) : (
            <Button variant="secondary" isPending={isRegistering} onPress={onRegister}>
              Register with the practice console
            </Button>
          )}
        </div>
      ) : null}
      <TakeCertificate forConsole={draft.environment !== 'practice'} />
    </div>
  );
}
