import type { EventFilter } from '../../backend/index.ts';

export const noFilter: EventFilter = {
  text: '',
  zoneMinutes: 0,
  types: [],
  vendors: [],
  clients: [],
  sources: [],
  names: [],
  errors: false,
  chips: [],
  noise: [],
};

/** The filter with a query beside it, as a chip. */
export function withChip(filter: EventFilter, query: string): EventFilter {
  return filter.chips.includes(query) ? filter : { ...filter, chips: [...filter.chips, query] };
}

/** How many minutes the user's clock is ahead of UTC. */
export function localZone(): number {
  return -new Date().getTimezoneOffset();
}

/** The filter's name: the same for the same filter. */
export function nameOf(filter: EventFilter): string {
  const { text, zoneMinutes, types, vendors, clients, sources, names, errors, chips, noise } = filter;
  return JSON.stringify([text, zoneMinutes, types, vendors, clients, sources, names, errors, chips, noise]);
}

export function isFiltering(filter: EventFilter): boolean {
  const { text, types, vendors, clients, sources, names, errors, chips, noise } = filter;
  const lists = [types, vendors, clients, sources, names, chips, noise];
  return text.trim() !== '' || errors || lists.some((list) => list.length > 0);
}
