import type { RequestCheck } from '../../backend/index.ts';

/** Where a request goes and whether the access token goes along, in one line. */
export function checkInWords(check: RequestCheck): string {
  if (check.host === '') return 'Type an address, or choose a service.';
  const stands = check.standsIn === null ? [] : [`practice workspace in the place of ${check.host}`];
  const host = check.standsIn === null ? [check.host] : [];
  switch (check.token) {
    case 'sent':
      return [...host, ...stands, 'with the access token'].join(' · ');
    case 'notNeeded':
      return [...host, ...stands, 'without the access token'].join(' · ');
    case 'hostNotAllowed':
      return [...stands, `${check.host} does not get the access token`].join(' · ');
  }
}

/** Variables that have no value, in one sentence; empty when all have one. */
export function missingInWords(missing: readonly string[]): string {
  if (missing.length === 0) return '';
  return missing.length === 1 ? `No value for ${missing[0]}.` : `No values for ${missing.join(', ')}.`;
}

/** The address with another service in the place of its own: what comes after the host stays. */
export function withService(url: string, address: string): string {
  const [, path] = /^(?:[a-z]+:\/\/[^/?#]*|\{\{[^{}]*\}\})(.*)$/is.exec(url.trim()) ?? [];
  const rest = path ?? url.trim();
  return `${address}${rest === '' || rest.startsWith('/') || rest.startsWith('?') ? rest : `/${rest}`}`;
}

/** What is wrong with a text that should be JSON; null when it is JSON, or nothing yet. Variables may stand in it. */
export function jsonMistake(text: string): string | null {
  if (text.trim() === '') return null;
  try {
    JSON.parse(text.replace(/\{\{[^{}]*\}\}/g, '0'));
    return null;
  } catch (error) {
    const at = /line (\d+) column (\d+)/.exec(error instanceof Error ? error.message : '');
    const where = at ? ` from line ${at[1]} on` : '';
    return `This is not JSON${where}. It can still be sent.`;
  }
}
