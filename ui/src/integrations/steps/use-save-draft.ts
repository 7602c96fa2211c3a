import { ToastQueue } from '@react-spectrum/s2/Toast';
import { go, goInstead, pathOf } from '../../app/route.ts';
import { useIntegrationInUse } from '../../app/IntegrationInUse.tsx';
import { queryClient, useCommand, type Draft } from '../../backend/index.ts';
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
      const close = ToastQueue.positive(`${row.name} is saved.`, {
        actionLabel: 'Show sessions',
        onAction: () => go(pathOf({ place: 'sessions', integration: row.id })),
        shouldCloseOnAction: true,
      });
      // Spectrum keeps a toast with an action for ever, and this one would lie over what comes next.
      setTimeout(close, 8000);
    },
  });

  async function save(): Promise<void> {
    onTried(draft);
    if (await sender.flush()) mutate({ draft: draft.id });
  }

  return { save: () => void save(), isSaving: isPending, problem: error };
}
