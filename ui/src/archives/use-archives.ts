import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { backend, type ArchiveRow, type Problem } from '../backend/index.ts';

const lookAgainMs = 2000;

/** The archives, asked for again whenever they are shown, and while one is open: it may grow with each moment. */
export function useArchives(): UseQueryResult<ArchiveRow[], Problem> {
  return useQuery<ArchiveRow[], Problem>({
    queryKey: ['archives_list', null],
    queryFn: () => backend.call('archives_list', null),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.some(({ view }) => view !== null) ? lookAgainMs : false),
  });
}
