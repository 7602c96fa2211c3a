import { go, goInstead, pathOf } from '../../app/route.ts';
import { useIntegrationInUse } from '../../app/IntegrationInUse.tsx';
import { queryClient, useCommand, type Draft } from '../../backend/index.ts';
import { toast } from '../../toasts/index.ts';
import { useDraftState } from '../DraftContext.tsx';

/** Saves the draft as an integration, and goes to the list of them, or back to the one that was edited. */
export function useSaveDraft(onTried: (draft: Draft) => void) {
  const { draft, sender } = useDraftState();
  const { choose } = useIntegrationInUse();
  const { mutate, isPending, error } = useCommand('draft_save', {
    onDone: (row) => {
      void queryClient.invalidateQueries({ queryKey: ['integrations_list'] });
      choose(row.id);
      if (draft.integration === null) go('/integrations');
      else goInstead(pathOf({ place: 'integration', integration: row.id }));
      toast('positive', `${row.name} is saved.`, {
        forMs: 8000,
        action: { label: 'Show sessions', run: () => go(pathOf({ place: 'sessions', integration: row.id })) },
      });
    },
  });

  async function save(): Promise<void> {
    onTried(draft);
    if (await sender.flush()) mutate({ draft: draft.id });
  }

  return { save: () => void save(), isSaving: isPending, problem: error };
}
