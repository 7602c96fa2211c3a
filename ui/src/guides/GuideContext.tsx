import { createContext, use } from 'react';
import type { Guide, GuideAction, GuideActionName, IntegrationRow } from '../backend/index.ts';

export interface GuideState {
  guide: Guide;
  /** The integration that is changed. */
  row: IntegrationRow;
  /** Does an action; true when it was done. */
  act: (action: GuideAction) => Promise<boolean>;
  /** The action that is being done; the others wait for it. */
  underWay: GuideActionName | null;
}

export const GuideContext = createContext<GuideState | null>(null);

export function useGuideState(): GuideState {
  const state = use(GuideContext);
  if (!state) throw new Error('a step is shown outside of its guide');
  return state;
}

/** How a control that does one action stands: busy with it, or waiting for another. */
export function useBusy(action: GuideActionName): { isPending: boolean; isDisabled: boolean } {
  const { underWay } = useGuideState();
  return { isPending: underWay === action, isDisabled: underWay !== null && underWay !== action };
}
