import { ActionMenu, MenuItem } from '@react-spectrum/s2/ActionMenu';
import { titleOf, type Draft } from '../drafts/draft.ts';
import { discardDraft } from '../drafts/drafts.ts';
import { useRequests } from '../requests-context.ts';

/** What can be done with a request that is kept nowhere. */
export function DraftMenu({ draft }: { draft: Draft }) {
  const { ask } = useRequests();
  return (
    <ActionMenu
      size="XS"
      isQuiet
      aria-label={`Menu of ${titleOf(draft.request)}`}
      onAction={(key) => (key === 'keep' ? ask({ is: 'keep', draft: draft.key }) : discardDraft(draft.key))}
    >
      <MenuItem id="keep">Keep…</MenuItem>
      <MenuItem id="discard">Discard</MenuItem>
    </ActionMenu>
  );
}
