import { backend, type RequestDraft, type RequestDrafts } from '../../backend/index.ts';
import { draftOf, isChanged, newDraft, type Draft } from './draft.ts';

/** What is typed and kept nowhere, and what is shown: a page that is loaded again begins with it. */
export function typedOf(all: readonly Draft[], shown: Draft): RequestDrafts {
  const drafts = all.filter((draft) => isChanged(draft) || (draft === shown && draft.source !== null));
  return {
    drafts: drafts.map(({ key, source, kept, request }) => ({ key, source, kept, request })),
    shown: drafts.includes(shown) ? shown.key : null,
  };
}

/** The drafts of a page that was there before, each with what its place has beside it now. */
export function draftsAgain({ drafts }: RequestDrafts): Promise<Draft[]> {
  return Promise.all(drafts.map(draftAgain));
}

async function draftAgain({ key, source, kept, request }: RequestDraft): Promise<Draft> {
  const typed = { ...newDraft(key), kept, request };
  if (!source) return typed;
  try {
    const opened = draftOf(source, await backend.call('request_open', source));
    return isChanged(typed) ? { ...opened, request } : opened;
  } catch {
    // Its place is gone; what was typed is not.
    return typed;
  }
}
