import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Finding } from '../../backend/index.ts';

const message = style({ display: 'flex', alignItems: 'center', gap: 8, font: 'ui', color: 'negative' });

/** What is wrong with something that is not a text field. */
export function FieldMessage({ finding }: { finding: Finding | null }) {
  if (!finding) return null;
  return (
    <span role="alert" className={message}>
      <AlertTriangle styles={iconStyle({ size: 'S', color: 'negative' })} />
      {finding.message}
    </span>
  );
}
