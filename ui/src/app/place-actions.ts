import { useEffect } from 'react';
import { SharedValue, useShared } from './shared-value.ts';

/** Something the command palette can do. */
export interface Action {
  id: string;
  label: string;
  hint?: string;
  run: () => void;
}

const offered = new SharedValue<Action[]>([]);

/** Offers a place's actions in the command palette while the place is shown. The list must be memoized. */
export function useOfferActions(actions: Action[]): void {
  useEffect(() => {
    offered.set(actions);
    return () => offered.set([]);
  }, [actions]);
}

/** What the present place offers. */
export function usePlaceActions(): Action[] {
  return useShared(offered);
}
