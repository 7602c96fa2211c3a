import { Button } from '@react-spectrum/s2/Button';
import { useState } from 'react';
import { go } from '../app/route.ts';
import type { Draft } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { Page } from '../frame/Page.tsx';
import { ProblemView } from '../problems/index.ts';
import { DraftForm } from './DraftForm.tsx';
import { replaceDraft, useOpenedDraft } from './use-draft.ts';

/** A new integration, or a saved one that is edited: the same steps. */
export function DraftPlace({ integration }: { integration: string | null }) {
  const { draft, problem } = useOpenedDraft(integration);
  const [replacements, setReplacements] = useState(0);

  function replace(next: Draft): void {
    replaceDraft(integration, next);
    setReplacements((count) => count + 1);
  }

  if (problem) {
    return (
      <Page>
        <ProblemView
          problem={problem}
          actions={
            <Button variant="secondary" onPress={() => go('/integrations')}>
              All integrations
            </Button>
          }
        />
      </Page>
    );
  }
  return draft ? <DraftForm key={`${draft.id} ${replacements}`} draft={draft} onReplaced={replace} /> : <Loading />;
}
