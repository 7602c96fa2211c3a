import { keepAnswer, useAnswer, useCommand, type Examination, type Problem } from '../backend/index.ts';

interface Check {
  /** What the connection doctor found last. */
  examination: Examination | undefined;
  problem: Problem | null;
  isStarting: boolean;
  start: () => void;
  stop: () => void;
}

/** Lets the connection doctor look at an integration. */
export function useCheck(integration: string | null): Check {
  const request = { integration: integration ?? '' };
  const { data, error } = useAnswer('doctor_read', request, { enabled: integration !== null });
  const take = (answer: Examination) => keepAnswer('doctor_read', request, answer);
  const start = useCommand('doctor_start', { onDone: take });
  const stop = useCommand('doctor_stop', { onDone: take });
  return {
    examination: data,
    problem: start.error ?? error,
    isStarting: start.isPending,
    start: () => start.mutate(request),
    stop: () => stop.mutate(request),
  };
}
