import { useEffect, useEffectEvent } from 'react';
import { recall, remember } from '../app/remembered.ts';
import { asProblem, backend, keepViewStatus, type Arrangement, type ViewStatus } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';

const key = 'list.arrangement';
const usual: Arrangement = { sort: 'time', descending: false, launches: true, paths: [] };

/** How the list is laid out: remembered, and the same for every session. */
export function useArrangement({ view, arrangement }: ViewStatus): (next: Arrangement) => void {
  async function send(next: Arrangement) {
    try {
      const status = await backend.call('view_arrange', { view, arrangement: next });
      keepViewStatus(status);
    } catch (error) {
      showProblem(asProblem(error));
    }
  }

  const takeOver = useEffectEvent(() => {
    const wanted = remembered();
    if (JSON.stringify(wanted) !== JSON.stringify(arrangement)) void send(wanted);
  });
  useEffect(() => takeOver(), []);

  return (next) => {
    remember(key, JSON.stringify(next));
    void send(next);
  };
}

/** What was remembered, unless another version of the program wrote something else. */
function remembered(): Arrangement {
  try {
    const kept: unknown = JSON.parse(recall(key) ?? 'null');
    const isWhole = typeof kept === 'object' && kept !== null && 'sort' in kept && 'paths' in kept;
    return isWhole ? (kept as Arrangement) : usual;
  } catch {
    return usual;
  }
}
