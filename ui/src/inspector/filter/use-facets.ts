import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { backend, type Facets, type Problem } from '../../backend/index.ts';

const refreshEveryMilliseconds = 1000;

/** Values to filter by: anew with each filter, and at most once a second while events arrive. */
export function useFacets(view: string, list: string, revision: number): Facets | undefined {
  const { data, refetch, dataUpdatedAt } = useQuery<{ revision: number; facets: Facets }, Problem>({
    queryKey: ['view_facets', { view }, list],
    queryFn: async () => ({ revision, facets: await backend.call('view_facets', { view }) }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

  useEffect(() => {
    if (data === undefined || revision <= data.revision) return;
    // Counted from the last answer, so that a stream of changes does not put it off.
    const wait = Math.max(0, dataUpdatedAt + refreshEveryMilliseconds - Date.now());
    const timer = setTimeout(() => void refetch(), wait);
    return () => clearTimeout(timer);
  }, [revision, data, dataUpdatedAt, refetch]);

  return data?.facets;
}
