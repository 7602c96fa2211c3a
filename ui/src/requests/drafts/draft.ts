import type {
  ApiAnswer,
  ApiRequest,
  OpenedRequest,
  Problem,
  RequestBody,
  RequestPlace,
  RequestScript,
} from '../../backend/index.ts';

export type BodyMode = RequestBody['mode'];

/** A request that is looked at, with what was typed into it and what came of it. */
export interface Draft {
  key: string;
  /** Where it is kept; null for a new one. */
  source: RequestPlace | null;
  /** The collection whose variables count. */
  collection: string | null;
  /** As it is kept. */
  kept: ApiRequest;
  /** As it is now. */
  request: ApiRequest;
  /** What was typed as a body of another kind: it is there again when the kind is chosen again. */
  otherBodies: Partial<Record<BodyMode, RequestBody>>;
  description: string;
  scripts: RequestScript[];
  /** What is under way. */
  underWay: string | null;
  answer: ApiAnswer | null;
  /** Why no answer came. */
  problem: Problem | null;
}

const nothing: ApiRequest = { name: '', method: 'GET', url: '', headers: [], body: { mode: 'none' } };

/** The key of what is kept somewhere. */
export function keyOf(source: RequestPlace): string {
  return source.from === 'collection' ? `call ${source.collection} ${source.item}` : `sent ${source.sent}`;
}

export function newDraft(key: string): Draft {
  return {
    key,
    source: null,
    collection: null,
    kept: nothing,
    request: nothing,
    otherBodies: {},
    description: '',
    scripts: [],
    underWay: null,
    answer: null,
    problem: null,
  };
}

export function draftOf(source: RequestPlace, opened: OpenedRequest): Draft {
  const { request, collection, description, scripts, answer } = opened;
  return { ...newDraft(keyOf(source)), source, collection, kept: request, request, description, scripts, answer };
}

/** Whether something was typed that is kept nowhere. */
export function isChanged({ request, kept }: Draft): boolean {
  return JSON.stringify(request) !== JSON.stringify(kept);
}

/** Whether it is remembered while another request is shown. */
export function isWorthKeeping(draft: Draft): boolean {
  const { source, underWay, answer, problem } = draft;
  const wasSent = source?.from === 'collection' && (answer !== null || problem !== null);
  return isChanged(draft) || underWay !== null || wasSent;
}

/** Whether it has a line of its own among the drafts: a call shows its changes where it is kept. */
export function isAmongDrafts(draft: Draft): boolean {
  return draft.source?.from !== 'collection' && isChanged(draft);
}

const emptyBody: Record<BodyMode, RequestBody> = {
  none: { mode: 'none' },
  text: { mode: 'text', text: '', mediaType: '' },
  form: { mode: 'form', fields: [], multipart: false },
  graphQl: { mode: 'graphQl', query: '', variables: '' },
};

/** The draft with a body of another kind. */
export function withBodyMode(draft: Draft, mode: BodyMode): Draft {
  const { request, otherBodies } = draft;
  return {
    ...draft,
    request: { ...request, body: otherBodies[mode] ?? emptyBody[mode] },
    otherBodies: { ...otherBodies, [request.body.mode]: request.body },
  };
}

/** What a request is called: its name, else its address. */
export function titleOf({ name, url }: Pick<ApiRequest, 'name' | 'url'>): string {
  return name.trim() || url.trim().replace(/^https?:\/\//, '') || 'New request';
}
