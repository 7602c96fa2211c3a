import type { EventFilter, Facets } from '../../backend/index.ts';
import { labelOf, noises, parts } from './parts.ts';

/** One piece of the filter beside the text that is typed. */
export interface Chip {
  key: string;
  label: string;
  /** The query that it is, where it is one. */
  query: string | null;
  /** The filter without it. */
  without: EventFilter;
}

/** The pieces of a filter, in the order in which they are shown. */
export function chipsOf(filter: EventFilter, facets: Facets | undefined): Chip[] {
  const queries = filter.chips.map((query, at) => ({
    key: `query:${query}`,
    label: query,
    query,
    without: { ...filter, chips: filter.chips.filter((_, other) => other !== at) },
  }));
  const lists = parts.flatMap(({ part, label }) =>
    filter[part].map((value) => ({
      key: `${part}:${value}`,
      label: `${label}: ${labelOf(facets, filter, part, value)}`,
      query: null,
      without: { ...filter, [part]: filter[part].filter((other) => other !== value) },
    })),
  );
  const errors = { key: 'errors', label: 'Has error', query: null, without: { ...filter, errors: false } };
  const noise = noises
    .filter((each) => filter.noise.includes(each.noise))
    .map((each) => ({
      key: `noise:${each.noise}`,
      label: `Without ${each.label.toLowerCase()}`,
      query: null,
      without: { ...filter, noise: filter.noise.filter((other) => other !== each.noise) },
    }));
  return [...queries, ...lists, ...(filter.errors ? [errors] : []), ...noise];
}

/** The filter with a chip's query in the box instead, to be edited. */
export function edited({ query, without }: Chip): EventFilter {
  const { text } = without;
  if (query === null) return without;
  const part = / OR /.test(query) && text.trim() !== '' ? `(${query})` : query;
  return { ...without, text: text.trim() === '' ? part : `${text.trim()} ${part}` };
}

/** The filter with another query in a chip's place. */
export function replaced(filter: EventFilter, { query }: Chip, by: string): EventFilter {
  return { ...filter, chips: [...new Set(filter.chips.map((each) => (each === query ? by : each)))] };
}
