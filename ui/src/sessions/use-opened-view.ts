import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { backend, useAnswer, type Problem, type SessionRef, type ViewStatus } from '../backend/index.ts';

interface OpenedView {
  /** How the view is now; undefined until it is open. */
  status: ViewStatus | undefined;
  opened: UseQueryResult<ViewStatus, Problem>;
}

/** Opens a session's view, or takes the one that is open, each time a component that needs it appears. */
export function useOpenedView(ref: SessionRef): OpenedView {
  const opened = useQuery<ViewStatus, Problem>({
    queryKey: ['view_open', ref],
    queryFn: () => backend.call('view_open', ref),
    staleTime: 0,
    gcTime: 0,
  });
  const view = opened.data?.view ?? '';
  const { data: status } = useAnswer('view_status', { view }, { enabled: view !== '' });
  return { status: status ?? opened.data, opened };
}
