import { QueryClient, useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Problem, Tick, ViewStatus } from './api.gen.ts';
import type { AnswerOf, CommandName, RequestOf } from './contract.ts';
import { backend } from './host.ts';
import { keysTouchedBy } from './tick-keys.ts';
import { newer } from './view-status.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem;
  }
}

/** Answers stay true until a tick says otherwise, so nothing is asked twice without a reason. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    mutations: { networkMode: 'always' },
  },
});

/** Asks for something that is shown; keyed by command and request. */
export function useAnswer<Name extends CommandName>(
  name: Name,
  request: RequestOf<Name>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
): UseQueryResult<AnswerOf<Name>, Problem> {
  return useQuery<AnswerOf<Name>, Problem>({
    queryKey: [name, request],
    queryFn: () => backend.call(name, request),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: (previous: AnswerOf<Name> | undefined) => previous as never } : {}),
  });
}

/** A part of an answer; who shows it is not drawn again when only other parts change. */
export function useAnswerPart<Name extends CommandName, Part>(
  name: Name,
  request: RequestOf<Name>,
  select: (answer: AnswerOf<Name>) => Part,
): Part | undefined {
  return useQuery<AnswerOf<Name>, Problem, Part>({
    queryKey: [name, request],
    queryFn: () => backend.call(name, request),
    select,
  }).data;
}

/** Asks for something to be done. */
export function useCommand<Name extends CommandName>(
  name: Name,
  options: { onDone?: (answer: AnswerOf<Name>, request: RequestOf<Name>) => void } = {},
): UseMutationResult<AnswerOf<Name>, Problem, RequestOf<Name>> {
  return useMutation<AnswerOf<Name>, Problem, RequestOf<Name>>({
    mutationFn: (request) => backend.call(name, request),
    onSuccess: (answer, request) => options.onDone?.(answer, request),
  });
}

/**
 * Keeps the answer that came with something that was done. One that is on its way was asked for before and may tell how things were
 * then, so that it is asked for anew.
 */
export function keepAnswer<Name extends CommandName>(
  name: Name,
  request: RequestOf<Name>,
  answer: AnswerOf<Name>,
): void {
  const queryKey = [name, request];
  const isAsked = queryClient.isFetching({ queryKey, exact: true }) > 0;
  queryClient.setQueryData(queryKey, answer);
  if (isAsked) void queryClient.invalidateQueries({ queryKey, exact: true });
}

/** Calls the listener for each tick while the component is shown. */
export function useTick(listener: (tick: Tick) => void): void {
  const onTick = useEffectEvent(listener);
  useEffect(() => backend.onTick((tick) => onTick(tick)), []);
}

/** Keeps what was told of a view, unless something newer is known. */
export function keepViewStatus(status: ViewStatus): void {
  queryClient.setQueryData<ViewStatus>(['view_status', { view: status.view }], (known) => newer(known, status));
}

/** How a view is. */
export function useViewStatus(view: string): ViewStatus | undefined {
  const queryKey = ['view_status', { view }];
  return useQuery<ViewStatus, Problem>({
    queryKey,
    queryFn: async () => {
      const status = await backend.call('view_status', { view });
      return newer(queryClient.getQueryData(queryKey), status);
    },
    enabled: view !== '',
  }).data;
}

/** A view tick carries the answer itself: no need to ask. */
function takeViewStatus(status: ViewStatus): void {
  keepViewStatus(status);
  const views = queryClient.getQueryData<ViewStatus[]>(['view_list', null]);
  if (!views?.some((view) => view.view === status.view)) {
    void queryClient.invalidateQueries({ queryKey: ['view_list'] });
    return;
  }
  queryClient.setQueryData(
    ['view_list', null],
    views.map((view) => (view.view === status.view ? newer(view, status) : view)),
  );
}

/** The one place where ticks meet answers, from the start on. After a cut line everything is asked again, since ticks were missed. */
export function takeTicksIntoQueries(): void {
  let wasCut = false;
  backend.onTick((tick) => {
    if (tick.kind === 'view') takeViewStatus(tick.status);
    for (const queryKey of keysTouchedBy(tick)) void queryClient.invalidateQueries({ queryKey });
  });
  backend.onLine((connected) => {
    if (connected && wasCut) void queryClient.invalidateQueries();
    wasCut = !connected;
  });
}
