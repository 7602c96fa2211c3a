import type { EventFilter, Facet, Facets, Noise } from '../../backend/index.ts';

/** A part of the filter that is chosen from values. */
export type Part = 'types' | 'sources' | 'vendors' | 'clients' | 'names';

export const parts: { part: Part; label: string }[] = [
  { part: 'types', label: 'Type' },
  { part: 'sources', label: 'Source' },
  { part: 'vendors', label: 'Vendor' },
  { part: 'clients', label: 'Client' },
  { part: 'names', label: 'Name' },
];

/** What can be left out as noise. */
export const noises: { noise: Noise; label: string; hides: string }[] = [
  { noise: 'sharedStates', label: 'Shared states', hides: 'Changes of shared states' },
  { noise: 'configuration', label: 'Configuration', hides: 'Configuration requests, responses and updates' },
  { noise: 'logs', label: 'Logs', hides: 'Lines of the device’s log, and service events that only log' },
];

/** What can be chosen: what Rust found, and what is chosen already but was not found. */
export function choices(found: Facet[] = [], chosen: string[]): Facet[] {
  const missing = chosen.filter((value) => !found.some((facet) => isSame(facet.value, value)));
  return [...found, ...missing.map((value) => ({ value, label: value === '' ? '(none)' : value, count: 0 }))];
}

/** The word for a value of a list. */
export function labelOf(facets: Facets | undefined, filter: EventFilter, part: Part, value: string): string {
  return choices(facets?.[part], filter[part]).find((facet) => isSame(facet.value, value))?.label ?? value;
}

/** Whether a list names a value; case does not matter. */
export function isChosen(chosen: string[], value: string): boolean {
  return chosen.some((each) => isSame(each, value));
}

export function toggled(values: string[], value: string): string[] {
  return isChosen(values, value) ? values.filter((each) => !isSame(each, value)) : [...values, value];
}

/** The filter in words, for the one who wonders where the events are. */
export function inWords(filter: EventFilter, facets: Facets | undefined): string {
  const said = filter.text === '' ? [] : [`query “${filter.text}”`];
  said.push(...filter.chips.map((chip) => `“${chip}”`));
  for (const { part, label } of parts) {
    const names = filter[part].map((value) => labelOf(facets, filter, part, value));
    if (names.length > 0) said.push(`${label.toLowerCase()} ${names.join(' or ')}`);
  }
  if (filter.errors) said.push('only errors');
  const hidden = noises.filter(({ noise }) => filter.noise.includes(noise)).map(({ label }) => label.toLowerCase());
  if (hidden.length > 0) said.push(`without ${hidden.join(' and ')}`);
  const all = new Intl.ListFormat('en').format(said);
  return all.charAt(0).toUpperCase() + all.slice(1);
}

function isSame(left: string, right: string): boolean {
  return left === right || left.toLowerCase() === right.toLowerCase();
}
