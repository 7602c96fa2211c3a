import { keepPreviousData, useQuery, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Problem } from '../backend/index.ts';

const refreshEveryMilliseconds = 1000;

interface UpToDate<Answer> {
  answer: Answer | undefined;
  problem: Problem | null;
  isAsking: boolean;
}

/** Asks; what came of it is of no use any more when the signal says so. */
type Ask<Answer> = (signal: AbortSignal) => Promise<Answer>;

/** An answer about the events of a session: anew with each key, and at most once a second while events arrive. */
export function useUpToDate<Answer>(key: QueryKey, revision: number, ask: Ask<Answer>): UpToDate<Answer> {
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery<{ revision: number; answer: Answer }, Problem>({
    queryKey: key,
    queryFn: async ({ signal }) => ({ revision, answer: await ask(signal) }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

  useEffect(() => {
    if (data === undefined || revision <= data.revision) return;
    // Counted from the last answer, so that a stream of changes does not put it off.
    const wait = Math.max(0, dataUpdatedAt + refreshEveryMilliseconds - Date.now());
    // What is asked already is not asked anew: a stream of changes would never let it come to its end.
    const timer = setTimeout(() => void refetch({ cancelRefetch: false }), wait);
    return () => clearTimeout(timer);
  }, [revision, data, dataUpdatedAt, refetch]);

  return { answer: data?.answer, problem: error, isAsking: isFetching };
}
