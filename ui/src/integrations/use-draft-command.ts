import { useCommand, type Commands, type Draft, type RequestOf } from '../backend/index.ts';
import { useDraftState } from './DraftContext.tsx';
import { keepDraft } from './use-draft.ts';

/** The commands that answer with the draft as it is after them. */
type DraftCommand = {
  [Name in keyof Commands]: Commands[Name]['answer'] extends Draft ? Name : never;
}[keyof Commands];

/** Does something with the draft, after all that was typed has reached Rust; shows the draft that comes back. */
export function useDraftCommand<Name extends DraftCommand>(name: Name) {
  const { sender } = useDraftState();
  const command = useCommand(name, { onDone: (draft) => void keepDraft(draft as Draft) });

  async function run(request: RequestOf<Name>): Promise<Draft | null> {
    if (!(await sender.flush())) return null;
    return command.mutateAsync(request).catch(() => null) as Promise<Draft | null>;
  }

  return { run, isRunning: command.isPending, problem: command.error };
}
