import { useState } from 'react';
import type { Draft } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { DraftForm } from './DraftForm.tsx';
import { IntegrationProblem } from './IntegrationProblem.tsx';
import { replaceDraft, useOpenedDraft } from './use-draft.ts';

/** A new integration, or a saved one that is edited: the same steps. */
export function DraftPlace({ integration }: { integration: string | null }) {
  const { draft, problem } = useOpenedDraft(integration);
  const [replacements, setReplacements] = useState(0);

  function replace(next: Draft): void {
    replaceDraft(integration, next);
    setReplacements((count) => count + 1);
  }

  if (problem) return <IntegrationProblem problem={problem} />;
  return draft ? <DraftForm key={`${draft.id} ${replacements}`} draft={draft} onReplaced={replace} /> : <Loading />;
}
