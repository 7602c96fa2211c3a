import { backend, type Facets } from '../../backend/index.ts';
import { useUpToDate } from '../use-up-to-date.ts';

/** Values to filter by: anew with each filter, and kept up to date while events arrive. */
export function useFacets(view: string, list: string, revision: number): Facets | undefined {
  const key = ['view_facets', { view }, list];
  return useUpToDate(key, revision, () => backend.call('view_facets', { view })).answer;
}
