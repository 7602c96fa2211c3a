import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo, useState } from 'react';
import { go, pathOf } from '../app/route.ts';
import type { ArchiveRow } from '../backend/index.ts';
import { NothingFound } from '../frame/NothingFound.tsx';
import { ProblemView } from '../problems/index.ts';
import { ListSkeleton } from '../virtual-list/index.ts';
import { matchesSearch } from './archive-words.ts';
import { ArchiveActions } from './ArchiveActions.tsx';
import { ArchiveDialogs } from './ArchiveDialogs.tsx';
import { ArchivesBar } from './ArchivesBar.tsx';
import { ArchivesTable } from './ArchivesTable.tsx';
import { NoArchives } from './NoArchives.tsx';
import { useArchives } from './use-archives.ts';
import { useAskedArchive } from './use-asked-archive.ts';
import { useImportEvents } from './use-import-events.ts';

const place = style({
  display: 'flex',
  flexDirection: 'column',
  height: 'full',
  // In a lower window, the place scrolls: a table of two rows is none.
  minHeight: 400,
  boxSizing: 'border-box',
  padding: 16,
  gap: 12,
});

/** The events of sessions that are kept on this computer. */
export function ArchivesPlace() {
  const { data: all, error, isPending, isFetching, refetch } = useArchives();
  const importEvents = useImportEvents();
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const { asked, askToDelete, askToExport, close } = useAskedArchive();

  const rows = useMemo(() => all?.filter((row) => matchesSearch(row, search)) ?? [], [all, search]);
  const chosen = rows.find((row) => row.archive === selected);
  const hasSome = all !== undefined && all.length > 0;
  const actions = {
    onOpen: ({ archive }: ArchiveRow) => go(pathOf({ place: 'archive', archive })),
    onCompare: ({ archive }: ArchiveRow) => go(pathOf({ place: 'compare', left: archive, right: null })),
    onExport: askToExport,
    onDelete: askToDelete,
  };

  return (
    <div className={place}>
      {hasSome || isPending ? (
        <ArchivesBar
          search={search}
          onSearch={setSearch}
          onImport={() => importEvents(null)}
          shown={all ? rows.length : null}
          total={all?.length ?? 0}
        >
          <ArchiveActions archive={chosen} {...actions} />
        </ArchivesBar>
      ) : null}
      {error ? (
        <ProblemView
          problem={error}
          actions={
            <Button variant="secondary" isPending={isFetching} onPress={() => void refetch()}>
              Try again
            </Button>
          }
        />
      ) : null}
      {isPending ? <ListSkeleton label="Loading archives" /> : null}
      {all?.length === 0 ? <NoArchives onImport={() => importEvents(null)} /> : null}
      {hasSome && rows.length === 0 ? (
        <NothingFound thing="archive" search={search} total={all.length} onClear={() => setSearch('')} />
      ) : null}
      {rows.length > 0 ? <ArchivesTable rows={rows} selected={selected} onSelect={setSelected} {...actions} /> : null}
      {chosen?.problem ? (
        <div className={style({ flexShrink: 0 })}>
          <ProblemView problem={chosen.problem} />
        </div>
      ) : null}
      <ArchiveDialogs asked={asked} onClose={close} />
    </div>
  );
}
