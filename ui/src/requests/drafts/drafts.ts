import { useSyncExternalStore } from 'react';
import { asProblem, backend, type ApiRequest, type RequestPlace } from '../../backend/index.ts';
import { draftOf, isWorthKeeping, keyOf, newDraft, type Draft } from './draft.ts';
import { draftsAgain, typedOf } from './typed.ts';

/** The requests that were opened since the window was, so that nothing typed is lost by looking at another one. */
interface Drafts {
  /** In the order in which they were begun. */
  all: readonly Draft[];
  /** The one that is shown. */
  shown: Draft;
}

/** Under whom a request is sent, and with which variables. */
export interface SentUnder {
  integration: string;
  environment: string | null;
}

const settlesMilliseconds = 300;

/** The key of what was asked for last. */
let wanted: string | null = null;
const first = newDraft(freshKey());
let state: Drafts = { all: [first], shown: first };
const listeners = new Set<() => void>();
let restoring: Promise<void> | null = null;
let keeping: ReturnType<typeof setTimeout> | undefined;

function set(next: Drafts): void {
  state = next;
  for (const listener of listeners) listener();
  clearTimeout(keeping);
  keeping = setTimeout(() => void keepTyped(), settlesMilliseconds);
}

/** Rust keeps what is typed, for when the page is loaded again. */
async function keepTyped(): Promise<void> {
  // Not before what it has is here: it would be lost.
  await restoreDrafts();
  await backend.call('request_drafts_keep', typedOf(state.all, state.shown)).catch(() => null);
}

/** Brings back what was typed before the page was loaded again; once. */
export function restoreDrafts(): Promise<void> {
  restoring ??= restore();
  return restoring;
}

async function restore(): Promise<void> {
  const typed = await backend.call('request_drafts_read', null).catch(() => null);
  if (!typed) return;
  const opened = await draftsAgain(typed);
  const again = opened.filter(({ key }) => !state.all.some((draft) => draft.key === key));
  const all = [...again, ...state.all];
  const shown = again.find(({ key }) => key === typed.shown);
  // Whoever has begun something else meanwhile goes on with that.
  const isUntouched = state.shown === first && wanted === null;
  set(shown && isUntouched ? { all: all.filter((draft) => draft !== first), shown } : { all, shown: state.shown });
}

/** The key of a request that is kept nowhere; those of a page that was there before have others. */
function freshKey(): string {
  return `new ${crypto.randomUUID()}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function presentDrafts(): Drafts {
  return state;
}

/** The drafts, drawn again when one changes. */
export function useDrafts(): Drafts {
  return useSyncExternalStore(subscribe, presentDrafts);
}

/** Changes a draft, if it is still there. */
export function changeDraft(key: string, change: (draft: Draft) => Draft): void {
  const before = state.all.find((draft) => draft.key === key);
  if (!before) return;
  const after = change(before);
  set({
    all: state.all.map((draft) => (draft === before ? after : draft)),
    shown: state.shown === before ? after : state.shown,
  });
}

export function changeRequest(key: string, change: Partial<ApiRequest>): void {
  changeDraft(key, (draft) => ({ ...draft, request: { ...draft.request, ...change } }));
}

/** Shows a draft. One that was only looked at is forgotten then; it can be opened again. */
function show(draft: Draft): void {
  const others = state.all.filter((each) => each.key !== draft.key && isWorthKeeping(each));
  set({ all: [...others, draft], shown: draft });
}

export function showDraft(key: string): void {
  wanted = key;
  const draft = state.all.find((each) => each.key === key);
  if (draft) show(draft);
}

export function beginDraft(): void {
  wanted = freshKey();
  show(newDraft(wanted));
}

/** Shows what is kept somewhere, with what was typed into it before. Throws a `Problem`. */
export async function openRequest(source: RequestPlace): Promise<void> {
  const key = keyOf(source);
  wanted = key;
  if (state.all.some((draft) => draft.key === key)) {
    showDraft(key);
    return;
  }
  const opened = await backend.call('request_open', source);
  // Another one may have been chosen since.
  if (wanted === key) show(draftOf(source, opened));
}

/** Forgets a draft; in the place of the one that is shown comes a new request. */
export function discardDraft(key: string): void {
  const isShown = state.shown.key === key;
  set({ ...state, all: state.all.filter((draft) => draft.key !== key) });
  if (isShown) beginDraft();
}

/** The draft is now kept in a collection. */
export function keptAs(key: string, collection: string, item: string): void {
  const source: RequestPlace = { from: 'collection', collection, item };
  changeDraft(key, (draft) => ({ ...draft, key: keyOf(source), source, collection, kept: draft.request }));
}

/** Forgets the drafts of what is gone. */
export function forgetDrafts(isGone: (source: RequestPlace) => boolean): void {
  changeAll((draft) => (draft.source && isGone(draft.source) ? { ...draft, source: null } : draft));
}

/** The answers are gone; so is what was told of them. */
export function forgetAnswers(): void {
  changeAll((draft) => ({ ...draft, answer: null, problem: null }));
}

function changeAll(change: (draft: Draft) => Draft): void {
  const all = state.all.map(change);
  set({ all, shown: all[state.all.indexOf(state.shown)] ?? state.shown });
}

/** Sends a draft. It goes on when another place is shown. */
export async function sendDraft(key: string, under: SentUnder): Promise<void> {
  const draft = state.all.find((each) => each.key === key);
  if (!draft || draft.underWay !== null) return;
  const sent = crypto.randomUUID();
  const { request, collection } = draft;
  changeDraft(key, (before) => ({ ...before, underWay: sent, problem: null }));
  try {
    const answer = await backend.call('request_send', { sent, ...under, request, collection });
    settle(sent, { answer });
  } catch (error) {
    settle(sent, { answer: null, problem: asProblem(error) });
  }
}

/** Stops what is under way; the call itself then tells that it was stopped. */
export async function stopSending(sent: string): Promise<void> {
  await backend.call('request_stop', { sent }).catch(() => null);
}

/** The draft may have got another key meanwhile. */
function settle(sent: string, outcome: Partial<Draft>): void {
  const key = state.all.find((each) => each.underWay === sent)?.key;
  if (key) changeDraft(key, (draft) => ({ ...draft, ...outcome, underWay: null }));
}
