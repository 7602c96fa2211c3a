import { useEffect, useRef, useState } from 'react';
import { asProblem, backend, queryClient, type EventFilter, type ViewStatus } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';

export const noFilter: EventFilter = { text: '', types: [], vendors: [], clients: [] };

/** The filter as the user wants it, sent to Rust when they pause typing. */
export function useEventFilter(status: ViewStatus): [EventFilter, (filter: EventFilter) => void] {
  const { view } = status;
  const [wanted, setWanted] = useState<EventFilter>(status.filter);
  const sent = useRef(status.filter);

  useEffect(() => {
    if (wanted === sent.current) return;
    const send = async () => {
      sent.current = wanted;
      try {
        const answer = await backend.call('view_filter', { view, filter: wanted });
        if (sent.current === wanted) queryClient.setQueryData(['view_status', { view }], answer);
      } catch (error) {
        showProblem(asProblem(error));
      }
    };
    const timer = setTimeout(() => void send(), 150);
    return () => clearTimeout(timer);
  }, [wanted, view]);

  return [wanted, setWanted];
}

/** The filter's name: the same for the same filter. */
export function nameOf(filter: EventFilter): string {
  return JSON.stringify([filter.text, filter.types, filter.vendors, filter.clients]);
}

export function isFiltering({ text, types, vendors, clients }: EventFilter): boolean {
  return text !== '' || types.length + vendors.length + clients.length > 0;
}
