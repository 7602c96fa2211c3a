import { useState } from 'react';
import { day } from '../../words/time.ts';

const DAY = 86_400_000;

/** What a new key pair and its certificate shall be. */
export interface KeyChoice {
  bits: number;
  days: number;
  /** As openssl takes it. */
  subject: string;
}

export const keySizes = [2048, 3072, 4096] as const;

const usual: KeyChoice = { bits: 2048, days: 365, subject: '/CN=Assurance Desk' };

const chosen = new Map<string, KeyChoice>();

/** The choice for one draft or guide. It is kept when the place is left, as all of a draft is. */
export function useKeyChoice(owner: string): [KeyChoice, (change: Partial<KeyChoice>) => void] {
  const [choice, setChoice] = useState(() => chosen.get(owner) ?? usual);
  function change(part: Partial<KeyChoice>): void {
    const next = { ...choice, ...part };
    chosen.set(owner, next);
    setChoice(next);
  }
  return [choice, change];
}

/** How long it usually takes to generate a key of this size, in words. */
export function usualTime(bits: number): string {
  if (bits >= 4096) return 'one to five seconds';
  return bits >= 3072 ? 'a second or two' : 'less than a second';
}

/** Until when a certificate that is made now is valid. */
export function validTo({ days }: KeyChoice, now: number): string {
  return `Valid to ${day(now + days * DAY)}.`;
}
