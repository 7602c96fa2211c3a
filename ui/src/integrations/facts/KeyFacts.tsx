import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { DialogContainer } from '@react-spectrum/s2/AlertDialog';
import { useState } from 'react';
import { useAnswer, type CertificateSummary, type IntegrationRow } from '../../backend/index.ts';
import { KeyExportDialog, useSaveCertificate } from '../../exports/index.ts';
import { CertificateFacts } from './CertificateFacts.tsx';
import { FactGroup } from './FactGroup.tsx';

interface Props {
  row: IntegrationRow;
  certificate: CertificateSummary;
}

/** The key pair of a service account by its certificate. The private key is only said to be kept. */
export function KeyFacts({ row, certificate }: Props) {
  const { data: info } = useAnswer('app_info', null);
  const saveCertificate = useSaveCertificate(row.id);
  const [exporting, setExporting] = useState(false);
  return (
    <FactGroup
      title="Key and certificate"
      actions={
        info?.desktop ? (
          <>
            <ActionButton onPress={() => setExporting(true)}>Export private key…</ActionButton>
            <ActionButton onPress={saveCertificate}>Save certificate…</ActionButton>
          </>
        ) : null
      }
    >
      <CertificateFacts label="Certificate details" certificate={certificate} />
      <DialogContainer onDismiss={() => setExporting(false)}>
        {exporting ? <KeyExportDialog integration={row} onClose={() => setExporting(false)} /> : null}
      </DialogContainer>
    </FactGroup>
  );
}
