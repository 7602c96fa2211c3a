import { useQuery } from '@tanstack/react-query';
import { queryClient } from '../../backend/index.ts';

const keyOf = (view: string, analysis: string) => ['analysis-badge', view, analysis];

/** How many things need a look in an analysis, once it was opened. */
export function useBadge(view: string, analysis: string): number | null {
  const { data } = useQuery<number | null>({ queryKey: keyOf(view, analysis), queryFn: () => null, enabled: false });
  return data ?? null;
}

export function tellBadge(view: string, analysis: string, badge: number | null): void {
  queryClient.setQueryData(keyOf(view, analysis), badge);
}
