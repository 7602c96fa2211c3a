import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { backend, keepAnswer, queryClient, useAnswer, type ListSessionsRequest } from '../backend/index.ts';
import { asProblem } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';
import type { Sorting } from './table/SessionsTable.tsx';
import { useSettled } from './use-settled.ts';

/** The list as the user wants to see it: searched and sorted by Rust, asked anew from Adobe when the place is opened. */
export function useSessionList(integration: string) {
  const [search, setSearch] = useState('');
  const [sorting, setSorting] = useState<Sorting>({ sort: 'created', descending: true });
  const settledSearch = useSettled(search, 150);
  const request: ListSessionsRequest = { integration, search: settledSearch, ...sorting, refresh: false };
  const [wasKnown] = useState(() => queryClient.getQueryData(['sessions_list', request]) !== undefined);
  const list = useAnswer('sessions_list', request, { keepPrevious: true });

  const { mutate: refresh, isPending: isRefreshing } = useMutation({
    mutationFn: () => backend.call('sessions_list', { ...request, refresh: true }),
    onSuccess: (answer) => {
      keepAnswer('sessions_list', request, answer);
    },
    onError: (error) => showProblem(asProblem(error)),
  });
  useEffect(() => {
    if (wasKnown) refresh();
  }, [wasKnown, refresh]);

  return { list, search, setSearch, settledSearch, sorting, setSorting, refresh, isRefreshing };
}
