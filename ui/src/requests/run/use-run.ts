import { useEffect, useEffectEvent, useState } from 'react';
import {
  queryClient,
  useAnswer,
  useCommand,
  type CollectionRun,
  type Problem,
  type RunCollectionRequest,
} from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';

interface Run {
  /** Null when none was ever begun, undefined while that is not known. */
  run: CollectionRun | null | undefined;
  /** Why it could not be begun or read. */
  problem: Problem | null;
  stop: () => void;
}

const key = ['collection_run_read', null];

/** Ticks may have told more than what a command answered. */
const readAgain = () => queryClient.invalidateQueries({ queryKey: key });

/** Begins a run where one is asked for, and follows it; else shows the last one. */
export function useRun(begin: RunCollectionRequest | null): Run {
  const { data, error } = useAnswer('collection_run_read', null);
  // The run of before is not shown as the one that is only beginning.
  const [before] = useState(() => (begin ? queryClient.getQueryData<CollectionRun | null>(key) : undefined));
  const [isBegun, setBegun] = useState(begin === null);
  const starting = useCommand('collection_run', {
    onDone: () => void readAgain().then(() => setBegun(true)),
  });
  const stopping = useCommand('collection_run_stop', { onDone: () => void readAgain() });

  const start = useEffectEvent(() => {
    if (begin && starting.isIdle) starting.mutate(begin);
  });
  useEffect(() => start(), []);

  const isOld = !isBegun && (data === before || data === null || !data?.running);
  return {
    run: isOld ? undefined : data,
    problem: starting.error ?? error,
    stop: () => stopping.mutate(null, { onError: showProblem }),
  };
}
