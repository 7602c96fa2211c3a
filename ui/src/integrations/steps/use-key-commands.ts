import { useCommand, type Draft } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';
import { useDraftState } from '../DraftContext.tsx';
import { keepDraft, wantsRegistration } from '../use-draft.ts';
import { useDraftCommand } from '../use-draft-command.ts';
import type { KeyChoice } from './key-choice.ts';

/** What can be done about the key and the certificate of a draft. */
export function useKeyCommands() {
  const { draft } = useDraftState();
  const generation = useDraftCommand('draft_generate_key');
  const making = useDraftCommand('draft_make_certificate');
  const registration = useDraftCommand('draft_register_certificate');
  const cancelling = useCommand('draft_cancel_key', { onDone: (answer) => void keepDraft(answer) });
  const problem = generation.problem ?? making.problem ?? registration.problem;

  /** The practice console is asked at once: there is nothing to upload by hand. */
  async function taken(change: Promise<Draft | null>): Promise<void> {
    const changed = await change;
    if (changed && wantsRegistration(changed)) await registration.run({ draft: draft.id });
  }

  return {
    generate: (choice: KeyChoice) => void taken(generation.run({ draft: draft.id, ...choice })),
    cancel: () => cancelling.mutate({ draft: draft.id }, { onError: showProblem }),
    isGenerating: generation.isRunning || draft.generating,
    makeCertificate: ({ days, subject }: KeyChoice) => void taken(making.run({ draft: draft.id, days, subject })),
    isMaking: making.isRunning,
    register: () => registration.run({ draft: draft.id }),
    isRegistering: registration.isRunning,
    problem: problem?.code === 'cancelled' ? null : problem,
  };
}

export type KeyCommands = ReturnType<typeof useKeyCommands>;
