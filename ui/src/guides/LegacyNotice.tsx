import { ActionButton } from '@react-spectrum/s2/ActionButton';
import type { IntegrationRow } from '../backend/index.ts';
import { QuietNote } from '../frame/QuietNote.tsx';
import { canBegin, goToGuide } from './offered.ts';

/** Whether Adobe ended the kind of credentials that this is; at the practice workspace it lives on. */
export function saysLegacy(row: IntegrationRow): boolean {
  return row.kind === 'serviceAccount' && row.environment === 'adobe';
}

/** Says of a service account that Adobe ended them, and offers the way on. */
export function LegacyNotice({ row }: { row: IntegrationRow }) {
  if (!saysLegacy(row)) return null;
  return (
    <QuietNote
      title="Adobe ended service accounts"
      actions={
        canBegin(row, 'migration') ? (
          <ActionButton onPress={() => goToGuide(row.id, 'migration')}>Migrate to OAuth Server-to-Server</ActionButton>
        ) : null
      }
    >
      <span>
        Since 30 June 2025 Adobe Developer Console takes no new certificate for them, and it turned those that were left
        into OAuth Server-to-Server by 1 March 2026. Service accounts from the AEM Developer Console still work; their
        certificates are renewed there.
      </span>
    </QuietNote>
  );
}
