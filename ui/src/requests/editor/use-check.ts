import { useAnswer, type Problem, type RequestCheck } from '../../backend/index.ts';
import { useSettled } from '../../sessions/index.ts';
import type { Draft } from '../drafts/draft.ts';
import { useRequests } from '../requests-context.ts';

const settleMs = 150;

/** What would be sent of a draft, a moment after the last key; typing never waits for it. */
export function useCheck(draft: Draft): { check: RequestCheck | undefined; problem: Problem | null } {
  const { under } = useRequests();
  const settled = useSettled(draft, settleMs);
  // Another request is not typed: it is checked at once.
  const { request, collection } = settled.key === draft.key ? settled : draft;
  const { data, error } = useAnswer('request_check', { ...under, request, collection }, { keepPrevious: true });
  return { check: data, problem: error };
}
