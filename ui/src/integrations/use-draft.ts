import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { asProblem, backend, keepAnswer, queryClient, useAnswer, type Draft, type Problem } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';
import { noEdits, type DraftEdits } from './draft-edits.ts';
import { DraftSender } from './draft-sender.ts';

const readKey = (draft: string) => ['draft_read', { draft }];

const openKey = (integration: string | null) => ['draft_open', { integration, practice: null }];

/** Shows a draft as Rust answered it. */
export function keepDraft(draft: Draft): Draft {
  keepAnswer('draft_read', { draft: draft.id }, draft);
  return draft;
}

/** Shows another draft in the place of the one that was opened. */
export function replaceDraft(integration: string | null, draft: Draft): void {
  queryClient.setQueryData(openKey(integration), keepDraft(draft));
}

/** Whether the practice console is still to be told of the certificate; there is nothing to upload by hand. */
export function wantsRegistration({ environment, certificate, certificateRegistered }: Draft): boolean {
  return environment === 'practice' && certificate !== null && !certificateRegistered;
}

/** The draft as Rust answered last. */
export function newestDraft(draft: Draft): Draft {
  return queryClient.getQueryData<Draft>(readKey(draft.id)) ?? draft;
}

/** Opens the draft of a new integration, or of a saved one, and follows it. */
export function useOpenedDraft(integration: string | null): { draft: Draft | undefined; problem: Problem | null } {
  const opened = useQuery<Draft, Problem>({
    queryKey: openKey(integration),
    queryFn: async () => keepDraft(await backend.call('draft_open', { integration, practice: null })),
    // An opened draft may have been saved or discarded since: it is opened anew each time.
    staleTime: 0,
    gcTime: 0,
  });
  const id = opened.data?.id ?? '';
  const { data: draft } = useAnswer('draft_read', { draft: id }, { enabled: id !== '' });
  return { draft, problem: opened.error };
}

/** What the user types into a draft; sent when the place is left, too. */
export function useDraftEdits(draft: string): { edits: DraftEdits; sender: DraftSender } {
  const [edits, setEdits] = useState(noEdits);
  const [sender] = useState(
    () =>
      new DraftSender({
        send: async (change) => void keepDraft(await backend.call('draft_change', { draft, change })),
        onEdits: setEdits,
        onFailure: (error) => showProblem(asProblem(error)),
      }),
  );
  useEffect(() => () => void sender.flush(), [sender]);
  return { edits, sender };
}
