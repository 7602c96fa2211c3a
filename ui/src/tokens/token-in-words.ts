import type { IntegrationRow, TokenFinding, TokenKind } from '../backend/index.ts';
import { ago, span } from '../words/time.ts';
import type { Subject } from './use-inspection.ts';

const kinds: Record<TokenKind, string> = {
  serviceAccountJwt: 'JWT of a service account',
  accessToken: 'Access token',
  otherJwt: 'JWT of another kind',
};

/** What a token is, and whose. */
export function titleOfToken(kind: TokenKind, subject: Subject, integrations: readonly IntegrationRow[]): string {
  if (subject.from === 'pasted') return kinds[kind];
  const name = integrations.find(({ id }) => id === subject.integration)?.name;
  if (!name) return kinds[kind];
  return subject.from === 'signed' ? `Signed JWT of ${name}` : `${kinds[kind]} of ${name}`;
}

/** How much is wrong with a token. */
export function wrongInWords(findings: readonly TokenFinding[]): string {
  const wrong = findings.filter(({ severity }) => severity === 'wrong').length;
  if (wrong === 0) return 'nothing wrong was found';
  return wrong === 1 ? '1 thing is wrong' : `${wrong} things are wrong`;
}

/** A moment as seen from now: "in 4 minutes", "3 hours ago". */
export function fromNow(moment: number, now: number): string {
  return moment > now ? `in ${span(moment - now)}` : ago(moment, now);
}

export const issueInWords = (issuedAt: number, now: number) => `Issued ${fromNow(issuedAt, now)}`;

export function endInWords(expiresAt: number, now: number): string {
  return `${expiresAt > now ? 'Ends' : 'Ended'} ${fromNow(expiresAt, now)}`;
}

/** How much of a token's time has gone, from 0 to 1; null when that cannot be told. */
export function timeGone(issuedAt: number | null, expiresAt: number | null, now: number): number | null {
  if (issuedAt === null || expiresAt === null || expiresAt <= issuedAt) return null;
  return Math.min(1, Math.max(0, (now - issuedAt) / (expiresAt - issuedAt)));
}
