import { useState } from 'react';
import { asProblem, backend, queryClient, type ArchiveRow, type ViewStatus } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';

/** What is asked about an archive now. */
export type Asked =
  { kind: 'delete'; archive: ArchiveRow } | { kind: 'export'; archive: ArchiveRow; status: ViewStatus } | null;

/** An export needs the archive open; one that was opened only for that is closed again when nothing is exported. */
export function useAskedArchive() {
  const [asked, setAsked] = useState<Asked>(null);

  async function askToExport(archive: ArchiveRow): Promise<void> {
    try {
      const status = await backend.call('archive_open', { archive: archive.archive });
      setAsked({ kind: 'export', archive, status });
    } catch (error) {
      showProblem(asProblem(error));
    }
  }

  async function close(isExported: boolean): Promise<void> {
    setAsked(null);
    if (asked?.kind !== 'export') return;
    try {
      if (asked.archive.view === null && !isExported) await backend.call('view_close', { view: asked.status.view });
    } catch (error) {
      showProblem(asProblem(error));
    }
    await queryClient.invalidateQueries({ queryKey: ['view_list'] });
  }

  return {
    asked,
    askToDelete: (archive: ArchiveRow) => setAsked({ kind: 'delete', archive }),
    askToExport: (archive: ArchiveRow) => void askToExport(archive),
    close: (isExported: boolean) => void close(isExported),
  };
}
