import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import InfoCircle from '@react-spectrum/s2/icons/InfoCircle';
import { iconStyle } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Severity } from '../backend/index.ts';

/** How much a finding matters, as a sign with a name. */
export function SeverityIcon({ severity }: { severity: Severity }) {
  switch (severity) {
    case 'wrong':
      return <AlertTriangle aria-label="Wrong" styles={iconStyle({ color: 'negative' })} />;
    case 'note':
      return <InfoCircle aria-label="Worth knowing" styles={iconStyle({ color: 'informative' })} />;
    case 'good':
      return <CheckmarkCircle aria-label="As it should be" styles={iconStyle({ color: 'positive' })} />;
  }
}
