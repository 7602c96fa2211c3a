import { left } from '../words/time.ts';

const DAY = 24 * 60 * 60 * 1000;

/** How long a certificate is still valid, with the colour that Spectrum gives such a state. */
export function certificateInWords(notAfter: number, now: number) {
  const remaining = notAfter - now;
  if (remaining <= 0) return { words: 'Expired', variant: 'negative' } as const;
  const words = left(notAfter, now);
  if (remaining <= 7 * DAY) return { words, variant: 'negative' } as const;
  if (remaining <= 30 * DAY) return { words, variant: 'notice' } as const;
  return { words, variant: 'positive' } as const;
}
