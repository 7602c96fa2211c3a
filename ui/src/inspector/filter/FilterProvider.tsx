import { useMemo, type ReactNode } from 'react';
import type { ViewStatus } from '../../backend/index.ts';
import { SetFilterContext, TypedFilterContext } from './typed-filter.ts';
import { useEventFilter } from './use-event-filter.ts';

/** Holds the filter while it is typed, apart from the inspector: of that, a key draws only what shows the filter. */
export function FilterProvider({ status, children }: { status: ViewStatus; children: ReactNode }) {
  const { filter, setFilter, mistake } = useEventFilter(status);
  const typed = useMemo(() => ({ filter, mistake }), [filter, mistake]);
  return (
    <SetFilterContext value={setFilter}>
      <TypedFilterContext value={typed}>{children}</TypedFilterContext>
    </SetFilterContext>
  );
}
