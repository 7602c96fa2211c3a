import { asProblem, backend, type Draft } from '../backend/index.ts';
import { landOn, useImportTarget } from '../imports/index.ts';
import { showProblem } from '../problems/index.ts';
import type { DraftState } from './DraftContext.tsx';
import { keepDraft, wantsRegistration } from './use-draft.ts';

/** What is imported while a draft is shown goes into it. */
export function useImportIntoDraft({ draft, sender }: DraftState, onReplaced: (draft: Draft) => void): void {
  useImportTarget({
    draft: draft.id,
    wantsKey: draft.kind === 'serviceAccount' && draft.certificate === null,
    flush: () => sender.flush(),
    onAccepted: (filled) => {
      landOn(filled.id);
      onReplaced(filled);
      void register(filled);
    },
    onKeyAccepted: (filled) => {
      keepDraft(filled);
      void register(filled);
    },
  });
}

/** The practice console is asked at once. */
async function register(draft: Draft): Promise<void> {
  if (!wantsRegistration(draft)) return;
  try {
    keepDraft(await backend.call('draft_register_certificate', { draft: draft.id }));
  } catch (error) {
    showProblem(asProblem(error));
  }
}
