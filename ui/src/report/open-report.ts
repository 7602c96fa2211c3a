import { SharedValue, useShared } from '../app/shared-value.ts';

const isOpen = new SharedValue(false);

/** Shows what a report of a problem would hold, wherever the user is. */
export const openReport = () => isOpen.set(true);

export const closeReport = () => isOpen.set(false);

export function useIsReportOpen(): boolean {
  return useShared(isOpen);
}
