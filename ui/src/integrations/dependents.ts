import type { IntegrationRow } from '../backend/index.ts';
import { guideNames } from '../guides/guide-words.ts';
import { guidesUnderWay } from '../guides/offered.ts';

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

/** What goes with an integration when it is deleted, and what stays, in sentences. */
export function dependents(row: IntegrationRow, openSessions: readonly string[]): string[] {
  const underWay = guidesUnderWay(row).map((guide) => guideNames[guide]);
  return [
    row.kind === 'serviceAccount'
      ? 'Its client secret, private key and certificate are deleted from this computer.'
      : 'Its client secret is deleted from this computer.',
    ...(openSessions.length > 0
      ? [
          `${openSessions.length === 1 ? 'This open session is' : 'These open sessions are'} closed: ${listed.format(openSessions)}.`,
        ]
      : []),
    ...(underWay.length > 0
      ? [`What is under way ends where it is: ${listed.format(underWay)}. What it added at Adobe stays there.`]
      : []),
    'Its sessions stay where they are, and nothing changes in Developer Console.',
  ];
}
