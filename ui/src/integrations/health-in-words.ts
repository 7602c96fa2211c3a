import type { Health } from '../backend/index.ts';

/** Health in one word, with the colour that Spectrum gives such a state. */
export function healthInWords(health: Health) {
  switch (health.state) {
    case 'ready':
      return { word: 'Ready', variant: 'positive' } as const;
    case 'renewing':
      return { word: 'Renewing', variant: 'informative' } as const;
    case 'needsYou':
      return { word: 'Needs you', variant: 'notice' } as const;
    case 'unknown':
      return { word: 'Not checked', variant: 'neutral' } as const;
  }
}
