import { useQuery } from '@tanstack/react-query';
import { backend, type ArchiveRow, type Problem } from '../backend/index.ts';

/** The archives that can be compared; undefined while they load. */
export function useComparable(): { archives: ArchiveRow[] | undefined; problem: Problem | null } {
  const { data, error } = useQuery<ArchiveRow[], Problem>({
    queryKey: ['archives_list', null],
    queryFn: () => backend.call('archives_list', null),
    staleTime: 0,
  });
  return { archives: data?.filter(({ problem }) => problem === null), problem: error };
}
