import { Button } from '@react-spectrum/s2/Button';
import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { useMemo, useState } from 'react';
import { useOfferActions } from '../app/place-actions.ts';
import { go, pathOf } from '../app/route.ts';
import type { IntegrationRow, SessionRow } from '../backend/index.ts';
import { NothingFound } from '../frame/NothingFound.tsx';
import { ProblemView } from '../problems/index.ts';
import { ListSkeleton } from '../virtual-list/index.ts';
import { archiveSessions } from './archive-sessions.ts';
import { ConnectDialog } from './connect/ConnectDialog.tsx';
import { DeleteSessions } from './delete/DeleteSessions.tsx';
import { NewSession } from './NewSession.tsx';
import { NoSessions } from './NoSessions.tsx';
import { useSessionEdits } from './session-edits.ts';
import { SessionActions } from './SessionActions.tsx';
import { SessionsBar } from './SessionsBar.tsx';
import { nothingSelected, onlySelected } from './table/selection.ts';
import { SessionsTable, type Editing } from './table/SessionsTable.tsx';
import { useSessionLines } from './table/use-session-lines.ts';
import { useSessionList } from './use-session-list.ts';

type Asked =
  | { kind: 'new' }
  | { kind: 'connect'; session: SessionRow }
  | { kind: 'delete'; sessions: readonly SessionRow[] }
  | null;

/** All that is done with the sessions of one integration. */
export function SessionsOf({ integration }: { integration: IntegrationRow }) {
  const { list, search, setSearch, settledSearch, sorting, setSorting, refresh, isRefreshing } = useSessionList(
    integration.id,
  );
  const [selection, setSelection] = useState(nothingSelected);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const edits = useSessionEdits(integration.id);

  const known = list.data?.rows;
  const rows = useMemo(() => edits.apply(known ?? []), [known, edits]);
  const { lines, isGrouped, setGrouped, fold, uncover } = useSessionLines(rows, settledSearch !== '');
  const chosen = useMemo(() => rows.filter(({ uuid }) => selection.sessions.has(uuid)), [rows, selection]);

  const open = (session: SessionRow) =>
    go(pathOf({ place: 'inspector', integration: integration.id, session: session.uuid }));
  const close = () => setAsked(null);
  const askToDelete = () => {
    if (chosen.length > 0) setAsked({ kind: 'delete', sessions: chosen });
  };

  useOfferActions(
    useMemo(() => [{ id: 'new-session', label: 'New session', run: () => setAsked({ kind: 'new' }) }], []),
  );

  return (
    <>
      <SessionsBar
        integration={integration}
        search={search}
        onSearch={setSearch}
        isRefreshing={isRefreshing}
        onRefresh={refresh}
        onNew={() => setAsked({ kind: 'new' })}
        shown={list.data ? rows.length : null}
        total={list.data?.total ?? 0}
        selected={chosen.length}
        isGrouped={isGrouped}
        onGroup={setGrouped}
      >
        <SessionActions
          sessions={chosen}
          onOpen={open}
          onConnect={(session) => setAsked({ kind: 'connect', session })}
          onEdit={(session, field) => setEditing({ session: session.uuid, field })}
          onArchive={(sessions) => void archiveSessions(integration.id, sessions)}
          onDelete={askToDelete}
        />
      </SessionsBar>
      {list.error ? (
        <ProblemView
          problem={list.error}
          actions={
            <Button variant="secondary" isPending={list.isFetching} onPress={() => void list.refetch()}>
              Try again
            </Button>
          }
        />
      ) : null}
      {list.isPending ? <ListSkeleton label="Loading sessions" /> : null}
      {list.data?.total === 0 ? <NoSessions onNew={() => setAsked({ kind: 'new' })} /> : null}
      {list.data && list.data.total > 0 && rows.length === 0 ? (
        <NothingFound thing="session" search={settledSearch} total={list.data.total} onClear={() => setSearch('')} />
      ) : null}
      {rows.length > 0 ? (
        <SessionsTable
          lines={lines}
          sorting={sorting}
          selection={selection}
          editing={editing}
          onSort={setSorting}
          onSelect={setSelection}
          onFold={fold}
          onOpen={open}
          onDelete={askToDelete}
          onEdit={setEditing}
          onSave={(session, field, value) =>
            void edits.change(session, field === 'name' ? { name: value } : { link: value })
          }
        />
      ) : null}
      <DialogContainer onDismiss={close}>
        {asked?.kind === 'new' ? (
          <NewSession
            integration={integration.id}
            recentLinks={list.data?.recentLinks ?? []}
            onCancel={close}
            onCreated={(session) => {
              setSearch('');
              uncover(session);
              setSelection(onlySelected(session.uuid));
              setAsked({ kind: 'connect', session });
            }}
          />
        ) : null}
        {asked?.kind === 'connect' ? (
          <ConnectDialog
            integration={integration.id}
            session={asked.session.uuid}
            name={asked.session.name}
            onClose={close}
          />
        ) : null}
        {asked?.kind === 'delete' ? (
          <DeleteSessions
            sessions={asked.sessions}
            onDelete={() => {
              close();
              void edits.remove(asked.sessions);
            }}
          />
        ) : null}
      </DialogContainer>
    </>
  );
}
