import type { EventFilter, Facet, Facets } from '../../backend/index.ts';

/** A part of the filter that is chosen from values. */
export type Part = 'types' | 'vendors' | 'clients';

export const parts: { part: Part; label: string }[] = [
  { part: 'types', label: 'Type' },
  { part: 'vendors', label: 'Vendor' },
  { part: 'clients', label: 'Client' },
];

/** What can be chosen: what Rust found, and what is chosen already but was not found. */
export function choices(facets: Facets | undefined, filter: EventFilter, part: Part): Facet[] {
  const found = facets?.[part] ?? [];
  const missing = filter[part].filter((value) => !found.some((facet) => facet.value === value));
  return [...found, ...missing.map((value) => ({ value, label: value, count: 0 }))];
}

export function toggled(values: string[], value: string): string[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
}

/** The filter in words, for the one who wonders where the events are. */
export function inWords(filter: EventFilter, facets: Facets | undefined): string {
  const said = filter.text === '' ? [] : [`query “${filter.text}”`];
  for (const { part, label } of parts) {
    const names = filter[part].map(
      (value) => choices(facets, filter, part).find((facet) => facet.value === value)?.label ?? value,
    );
    if (names.length > 0) said.push(`${label.toLowerCase()} ${names.join(' or ')}`);
  }
  const all = new Intl.ListFormat('en').format(said);
  return all.charAt(0).toUpperCase() + all.slice(1);
}
