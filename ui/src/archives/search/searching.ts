import type { ArchiveHits, ArchiveRow } from '../../backend/index.ts';

/** What is known of a search so far. */
export interface Searched {
  /** The query; times in it are as the user's clock is. */
  text: string;
  archives: ArchiveRow[];
  /** What was found, by archive. */
  hits: ReadonlyMap<string, ArchiveHits>;
  isRunning: boolean;
}

/** The archives in which something was found, or that could not be searched, in their order. */
export function found({ archives, hits }: Searched): { archive: ArchiveRow; hits: ArchiveHits }[] {
  return archives.flatMap((archive) => {
    const of = hits.get(archive.archive);
    return of && (of.matched > 0 || of.problem) ? [{ archive, hits: of }] : [];
  });
}

/** How far the search is, in words. */
export function progressInWords(searched: Searched): string {
  const { archives, hits, isRunning } = searched;
  const events = [...hits.values()].reduce((sum, { matched }) => sum + matched, 0);
  const inArchives = [...hits.values()].filter(({ matched }) => matched > 0).length;
  const result = `${counted(events, 'event')} found in ${counted(inArchives, 'archive')}`;
  if (isRunning) return `Searched ${hits.size.toLocaleString()} of ${counted(archives.length, 'archive')}: ${result}`;
  if (hits.size < archives.length) return `Stopped after ${counted(hits.size, 'archive')}: ${result}`;
  return events === 0 ? `Nothing was found in ${counted(archives.length, 'archive')}` : result;
}

function counted(count: number, thing: string): string {
  return count === 1 ? `1 ${thing}` : `${count.toLocaleString()} ${thing}s`;
}
