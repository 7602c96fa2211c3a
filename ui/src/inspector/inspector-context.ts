import { createContext, use } from 'react';
import type { Arrangement, ViewStatus } from '../backend/index.ts';
import type { AskedDialog } from './InspectorDialogs.tsx';
import type { Selected } from './list/EventList.tsx';

/** What the parts of the inspector share: its session, its filter, what is selected, and ways to change them. */
export interface InspectorState {
  status: ViewStatus;
  view: string;
  /** Whether an archive is looked at that nobody follows. */
  onlyArchive: boolean;
  /** Shows only what a query finds too: adds a chip. */
  narrow: (query: string) => void;
  /** Whether there is no room for panels beside the list. */
  isNarrow: boolean;
  /** The event whose details are shown. */
  shown: Selected | null;
  /** When that event was, once that is known. */
  shownAt: number | null;
  /** Shows an event's details, and brings it into sight where the list has it. */
  showEvent: (uuid: string, index?: number | null) => void;
  /** Goes back from the details to the list; from there, selects nothing. */
  closeDetails: () => void;
  /** Shows no event, and selects none. */
  deselect: () => void;
  /** Moves the focus to the details. */
  openDetails: () => void;
  /** UUIDs of the selected events in the order of the list; the shown one is among them. */
  selection: string[];
  setSelection: (uuids: string[]) => void;
  arrangement: Arrangement;
  arrange: (arrangement: Arrangement) => void;
  /** Shows the values at a path as a column. */
  addColumn: (path: string) => void;
  /** The tab: `events`, or an analysis. */
  tab: string;
  chooseTab: (tab: string) => void;
  ask: (dialog: AskedDialog) => void;
}

export const InspectorContext = createContext<InspectorState | null>(null);

/** The inspector that this component is a part of. */
export function useInspector(): InspectorState {
  const state = use(InspectorContext);
  if (!state) throw new Error('useInspector is for the parts of an inspector');
  return state;
}
