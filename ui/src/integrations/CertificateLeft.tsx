import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { day } from '../words/time.ts';
import { certificateInWords } from './certificate-in-words.ts';

interface Props {
  notAfter: number;
  now: number;
  size?: 'small' | 'large';
}

const text = style<{ size: 'small' | 'large'; variant: 'positive' | 'notice' | 'negative' }>({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  font: { size: { small: 'ui', large: 'heading-sm' } },
  color: { default: 'neutral', size: { small: 'neutral-subdued' }, variant: { negative: 'negative' } },
  whiteSpace: 'nowrap',
});

/** How long a certificate is still valid. From 30 days on it has a sign beside it, so that it is not colour alone. */
export function CertificateLeft({ notAfter, now, size = 'small' }: Props) {
  const { words, variant } = certificateInWords(notAfter, now);
  return (
    <span className={text({ size, variant })} title={`Valid to ${day(notAfter)}`}>
      {variant === 'notice' ? (
        <AlertTriangle aria-label="Soon" styles={iconStyle({ size: 'S', color: 'notice' })} />
      ) : null}
      {variant === 'negative' ? (
        <AlertTriangle aria-label="Urgent" styles={iconStyle({ size: 'S', color: 'negative' })} />
      ) : null}
      {words}
    </span>
  );
}
