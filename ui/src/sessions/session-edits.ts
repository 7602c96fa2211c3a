import { useCallback, useState } from 'react';
import { asProblem, backend, queryClient, type SessionRow } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';

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
  /** Takes sessions off the list; they are deleted at Adobe unless it is undone. */
  remove: (sessions: readonly SessionRow[]) => Promise<void>;
}

/** Changes of sessions that are on the screen at once, and gone again, with the reason, when they are refused. */
export function useSessionEdits(integration: string): SessionEdits {
  const [assumed, setAssumed] = useState<ReadonlyMap<string, Assumed>>(new Map());

  const assume = useCallback((sessions: readonly string[], change: Assumed | null) => {
    setAssumed((before) => {
      const after = new Map(before);
      for (const session of sessions) {
        if (change) after.set(session, { ...after.get(session), ...change });
        else after.delete(session);
      }
      return after;
    });
  }, []);

  const settle = useCallback(
    async (sessions: readonly string[], assumption: Assumed, work: () => Promise<unknown>): Promise<void> => {
      assume(sessions, assumption);
      try {
        await work();
        await queryClient.invalidateQueries({ queryKey: ['sessions_list', { integration }] });
      } catch (error) {
        showProblem(asProblem(error));
      } finally {
        assume(sessions, null);
      }
    },
    [assume, integration],
  );

  const change = useCallback(
    async (session: SessionRow, wanted: { name: string } | { link: string }) => {
      const request = { integration, session: session.uuid, name: null, link: null, ...wanted };
      await settle([session.uuid], wanted, () => backend.call('session_update', request));
    },
    [integration, settle],
  );

  const remove = useCallback(
    async (sessions: readonly SessionRow[]) => {
      const uuids = sessions.map(({ uuid }) => uuid);
      const request = { integration, sessions: uuids };
      await settle(uuids, { deleted: true }, () => backend.call('sessions_delete', request));
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
