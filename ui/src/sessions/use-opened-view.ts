import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import {
  backend,
  queryClient,
  useViewStatus,
  type ArchiveRef,
  type Problem,
  type SessionRef,
  type ViewStatus,
} from '../backend/index.ts';

export interface OpenedView {
  /** How the view is now; undefined until it is open. */
  status: ViewStatus | undefined;
  opened: UseQueryResult<ViewStatus, Problem>;
}

/** Opens a session's view, or takes the one that is open, each time a component that needs it appears. */
export function useOpenedView(ref: SessionRef): OpenedView {
  return useOpened(['view_open', ref], () => backend.call('view_open', ref));
}

/** Opens an archive, or takes the view in which it is open. */
export function useOpenedArchive(ref: ArchiveRef): OpenedView {
  return useOpened(['archive_open', ref], async () => {
    const status = await backend.call('archive_open', ref);
    void queryClient.invalidateQueries({ queryKey: ['view_list'] });
    return status;
  });
}

function useOpened(queryKey: readonly unknown[], open: () => Promise<ViewStatus>): OpenedView {
  const opened = useQuery<ViewStatus, Problem>({ queryKey, queryFn: open, staleTime: 0, gcTime: 0 });
  const view = opened.data?.view ?? '';
  const status = useViewStatus(view);
  return { status: status ?? opened.data, opened };
}
