import { useQuery } from '@tanstack/react-query';
import { backend, type EventDetails, type Problem } from '../../backend/index.ts';

interface Details {
  data: EventDetails | undefined;
  /** Where the list shows the event; null when the filter hides it or that is not known yet. */
  index: number | null;
  problem: Problem | null;
}

/** The details of an event; asked again under another filter, since its place changes, and while parts of it are missing. */
export function useDetails(view: string, event: string | null, list: string): Details {
  const { data, isPlaceholderData, error } = useQuery<EventDetails, Problem>({
    queryKey: ['event_details', { view, event }, list],
    queryFn: () => backend.call('event_details', { view, event: event ?? '' }),
    enabled: event !== null,
    placeholderData: (before) => before,
    refetchInterval: (query) => (query.state.data?.note ? 2000 : false),
    gcTime: 0,
  });
  const isOurs = data?.row.uuid === event;
  return {
    data: event === null ? undefined : data,
    index: isOurs && !isPlaceholderData ? data.index : null,
    problem: error,
  };
}
