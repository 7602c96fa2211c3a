import { useCallback } from 'react';
import { useAnswerPart, type ArchiveRow } from '../backend/index.ts';
import { archiveOf } from './archive-words.ts';

/** The archive that keeps a session's events; none when there is none, or that is not known yet. */
export function useArchiveOf(session: string): string | null {
  const find = useCallback((rows: ArchiveRow[]) => archiveOf(session, rows), [session]);
  return useAnswerPart('archives_list', null, find) ?? null;
}
