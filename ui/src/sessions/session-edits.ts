import { useCallback, useState } from 'react';
import { asProblem, backend, queryClient, type SessionRow } from '../backend/index.ts';
import { showDone, showProblem } from '../problems/index.ts';

/** What is shown of a session before Adobe has agreed. */
interface Assumed {
  name?: string;
  link?: string;
  deleted?: true;
}

export interface SessionEdits {
  /** The rows as they are once Adobe has agreed to all that was asked. */
  apply: (rows: SessionRow[]) => SessionRow[];
  change: (session: SessionRow, change: { name: string } | { link: string }) => Promise<void>;
  remove: (session: SessionRow) => Promise<void>;
}

/** Changes of sessions that are on the screen at once, and gone again, with the reason, when they are refused. */
export function useSessionEdits(integration: string): SessionEdits {
  const [assumed, setAssumed] = useState<ReadonlyMap<string, Assumed>>(new Map());

  const assume = useCallback((session: string, change: Assumed | null) => {
    setAssumed((before) => {
      const after = new Map(before);
      if (change) after.set(session, { ...after.get(session), ...change });
      else after.delete(session);
      return after;
    });
  }, []);

  const settle = useCallback(
    async (session: string, assumption: Assumed, work: () => Promise<unknown>): Promise<boolean> => {
      assume(session, assumption);
      try {
        await work();
        await queryClient.invalidateQueries({ queryKey: ['sessions_list', { integration }] });
        return true;
      } catch (error) {
        showProblem(asProblem(error));
        return false;
      } finally {
        assume(session, null);
      }
    },
    [assume, integration],
  );

  const change = useCallback(
    async (session: SessionRow, wanted: { name: string } | { link: string }) => {
      const request = { integration, session: session.uuid, name: null, link: null, ...wanted };
      await settle(session.uuid, wanted, () => backend.call('session_update', request));
    },
    [integration, settle],
  );

  const remove = useCallback(
    async (session: SessionRow) => {
      const request = { integration, session: session.uuid };
      const done = await settle(session.uuid, { deleted: true }, () => backend.call('session_delete', request));
      if (done) showDone(`Deleted ${session.name}.`);
    },
    [integration, settle],
  );

  const apply = useCallback(
    (rows: SessionRow[]) =>
      assumed.size === 0
        ? rows
        : rows.filter((row) => !assumed.get(row.uuid)?.deleted).map((row) => ({ ...row, ...assumed.get(row.uuid) })),
    [assumed],
  );

  return { apply, change, remove };
}
