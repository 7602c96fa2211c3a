import type { ViewStatus } from './api.gen.ts';

/** The newer of two statuses of one view: answers and ticks overtake each other. */
export function newer(known: ViewStatus | undefined, told: ViewStatus): ViewStatus {
  return known && known.order > told.order ? known : told;
}
