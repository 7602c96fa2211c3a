import { useEffect, useEffectEvent, useRef } from 'react';
import { asProblem, backend, queryClient, useAnswer, type PendingDeletion } from '../../backend/index.ts';
import { showDone, showProblem } from '../../problems/index.ts';
import { asOneProblem } from './deletion-words.ts';

const ask = (command: 'deletion_undo' | 'deletion_send', { deletion }: PendingDeletion): Promise<void> =>
  backend.call(command, { deletion }).then(
    () => queryClient.invalidateQueries({ queryKey: ['deletions_list'] }),
    (error: unknown) => showProblem(asProblem(error)),
  );

export const undoDeletion = (deletion: PendingDeletion): Promise<void> => ask('deletion_undo', deletion);
export const sendDeletion = (deletion: PendingDeletion): Promise<void> => ask('deletion_send', deletion);

/** The deletions that can still be undone. What came of the others is told as they end. */
export function useWaitingDeletions(): PendingDeletion[] {
  const { data: deletions } = useAnswer('deletions_list', null);
  const told = useRef(new Set<string>());

  useEffect(() => {
    for (const deletion of deletions ?? []) {
      if (deletion.state.state !== 'ended' || told.current.has(deletion.deletion)) continue;
      told.current.add(deletion.deletion);
      tell(deletion);
      // One that is over is put away.
      void undoDeletion(deletion);
    }
  }, [deletions]);

  return deletions?.filter(({ state }) => state.state === 'waiting') ?? [];
}

function tell({ state, what, sessions }: PendingDeletion): void {
  if (state.state !== 'ended') return;
  const problem = asOneProblem(state.failures, sessions.length);
  if (problem) showProblem(problem);
  else showDone(`Deleted ${what}.`);
}

/** Ctrl+Z takes the last deletion back, except where a text is being typed. */
export function useUndoKey(deletions: readonly PendingDeletion[]): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    const last = deletions.at(-1);
    if (!isUndo || !last || isTyping(event.target)) return;
    event.preventDefault();
    void undoDeletion(last);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
