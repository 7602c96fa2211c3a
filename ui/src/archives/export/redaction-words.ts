import type { RedactionPreview, RedactionRule, RuleFindings } from '../../backend/index.ts';

export const ruleNames: Record<RedactionRule, { name: string; text: string }> = {
  identities: { name: 'Identities', text: 'ECIDs and every other ID of a person or device' },
  pushTokens: { name: 'Push tokens', text: 'what lets others send to the device' },
  ipAddresses: { name: 'IP addresses', text: 'wherever they stand' },
  pin: { name: 'PIN', text: 'of the session' },
  names: { name: 'Names', text: 'of people and devices' },
  emailAddresses: { name: 'E-mail addresses', text: 'wherever they stand' },
  credentials: { name: 'Credentials', text: 'tokens and keys in headers' },
};

export const allRules = Object.keys(ruleNames) as RedactionRule[];

const count = (amount: number, one: string, many: string) =>
  amount === 1 ? `1 ${one}` : `${amount.toLocaleString()} ${many}`;

/** "1,204 values in 312 events". */
export function findingsInWords({ values, events }: RuleFindings): string {
  return `${count(values, 'value', 'values')} in ${count(events, 'event', 'events')}`;
}

/** The rules that find nothing: "PIN and names". */
export function notFound({ rules }: RedactionPreview): string {
  const names = rules.filter(({ values }) => values === 0).map(({ rule }) => ruleNames[rule].name);
  return new Intl.ListFormat('en').format(names);
}

/** What is in the events that a reader could recognize somebody by: "1,204 identities and 3 push tokens". */
export function recognizable({ rules }: RedactionPreview): string {
  const found = rules.filter(({ values }) => values > 0);
  return new Intl.ListFormat('en').format(
    found.map(({ rule, values }) => `${ruleNames[rule].name} (${values.toLocaleString()})`),
  );
}
