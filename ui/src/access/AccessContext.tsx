import { createContext, use } from 'react';
import type { IntegrationRow } from '../backend/index.ts';

interface Access {
  /** The integration that the steps are for; none before there is one. */
  row: IntegrationRow | null;
  /** When the connection doctor looked last. */
  checkedAt: number | null;
  onTick: (step: string, done: boolean) => void;
}

export const AccessContext = createContext<Access>({ row: null, checkedAt: null, onTick: () => {} });

export function useAccess(): Access {
  return use(AccessContext);
}
