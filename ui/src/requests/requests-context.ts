import { createContext, use } from 'react';
import type {
  CollectionSummary,
  ImportedCollections,
  RequestPlace,
  RunCollectionRequest,
  VariableSet,
} from '../backend/index.ts';
import type { SentUnder } from './drafts/drafts.ts';

/** Something that is asked or shown over the place. */
export type AskedDialog =
  | { is: 'keep'; draft: string }
  | { is: 'rename'; source: Extract<RequestPlace, { from: 'collection' }>; name: string }
  | { is: 'remove'; collection: string; item: string; name: string; isFolder: boolean }
  | { is: 'variables'; collection: string }
  | { is: 'environment'; environment: string | null }
  | { is: 'deleteEnvironment'; environment: VariableSet }
  | { is: 'deleteCollection'; collection: CollectionSummary }
  | { is: 'paste' }
  | { is: 'imported'; imported: ImportedCollections }
  | { is: 'hosts' }
  | { is: 'allowHost'; host: string }
  | { is: 'clearHistory' }
  | { is: 'run'; begin: RunCollectionRequest | null };

export interface RequestsState {
  under: SentUnder;
  ask: (dialog: AskedDialog) => void;
  /** Opens a request, and tells why when it cannot be opened. */
  open: (source: RequestPlace) => void;
}

export const RequestsContext = createContext<RequestsState | null>(null);

export function useRequests(): RequestsState {
  const requests = use(RequestsContext);
  if (!requests) throw new Error('only within the place of requests');
  return requests;
}
