import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const call = vi.hoisted(() => vi.fn());
vi.mock('../../backend/index.ts', () => ({ backend: { call }, asProblem: (error: unknown) => error }));

const kept = {
  name: 'Classes',
  method: 'GET',
  url: 'https://platform.adobe.io/a',
  headers: [],
  body: { mode: 'none' },
};
const source = { from: 'collection', collection: 'c', item: '1' } as const;
const under = { integration: 'i', environment: null };

async function fresh() {
  vi.resetModules();
  return import('./drafts.ts');
}

beforeEach(() => {
  call.mockReset();
  call.mockImplementation((name: string) =>
    name === 'request_open'
      ? Promise.resolve({ request: kept, collection: 'c', description: '', scripts: [], answer: null })
      : Promise.reject(new Error(name)),
  );
});

test('what was typed into a call is there again after another was looked at', async () => {
  const drafts = await fresh();
  await drafts.openRequest(source);
  const key = drafts.presentDrafts().shown.key;
  drafts.changeRequest(key, { url: 'https://platform.adobe.io/b' });
  drafts.beginDraft();
  expect(drafts.presentDrafts().shown.request.url).toBe('');
  await drafts.openRequest(source);
  expect(drafts.presentDrafts().shown.request.url).toBe('https://platform.adobe.io/b');
  expect(call).toHaveBeenCalledTimes(1);
});

test('of two calls that are opened quickly the last one is shown, whichever comes first', async () => {
  const drafts = await fresh();
  let late: (value: unknown) => void = () => {};
  const opened = { request: kept, collection: 'c', description: '', scripts: [], answer: null };
  call.mockImplementationOnce(() => new Promise((resolve) => (late = resolve)));
  const first = drafts.openRequest(source);
  await drafts.openRequest({ ...source, item: '2' });
  late(opened);
  await first;
  expect(drafts.presentDrafts().shown.source).toMatchObject({ item: '2' });
});

test('an answer comes to the draft that was sent, whatever is shown meanwhile', async () => {
  const drafts = await fresh();
  await drafts.openRequest(source);
  const { key } = drafts.presentDrafts().shown;
  let answer: (value: unknown) => void = () => {};
  call.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  const sending = drafts.sendDraft(key, under);
  drafts.beginDraft();
  answer({ sent: 's', status: 200 });
  await sending;
  expect(drafts.presentDrafts().shown.answer).toBeNull();
  drafts.showDraft(key);
  expect(drafts.presentDrafts().shown.answer).toMatchObject({ status: 200 });
  expect(drafts.presentDrafts().shown.underWay).toBeNull();
});

test('a refusal takes the place of the answer before, and is gone with the next one', async () => {
  const drafts = await fresh();
  await drafts.openRequest(source);
  const { key } = drafts.presentDrafts().shown;
  call.mockRejectedValueOnce({ code: 'unreachable', title: 'No answer' });
  await drafts.sendDraft(key, under);
  expect(drafts.presentDrafts().shown.problem).toMatchObject({ title: 'No answer' });
  call.mockResolvedValueOnce({ sent: 's', status: 200 });
  await drafts.sendDraft(key, under);
  expect(drafts.presentDrafts().shown).toMatchObject({ problem: null, answer: { status: 200 } });
});

test('what is deleted while it has changes becomes a draft', async () => {
  const drafts = await fresh();
  await drafts.openRequest(source);
  drafts.changeRequest(drafts.presentDrafts().shown.key, { method: 'POST' });
  drafts.forgetDrafts((each) => each.from === 'collection');
  expect(drafts.presentDrafts().shown).toMatchObject({ source: null, request: { method: 'POST' } });
});

/** What Rust keeps: the page may be loaded again any number of times. */
function keeping() {
  const rust = { typed: { drafts: [], shown: null } as unknown };
  call.mockImplementation((name: string, request: unknown) => {
    if (name === 'request_drafts_keep') rust.typed = structuredClone(request);
    const opened = { request: kept, collection: 'c', description: 'About', scripts: [], answer: null };
    return Promise.resolve({ request_drafts_read: rust.typed, request_open: opened }[name] ?? null);
  });
  return rust;
}

describe('a page that is loaded again', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('shows what was typed, and has what else was typed', async () => {
    keeping();
    const before = await fresh();
    before.changeRequest(before.presentDrafts().shown.key, { url: 'https://platform.adobe.io/typed' });
    await before.openRequest(source);
    before.changeRequest(before.presentDrafts().shown.key, { method: 'POST' });
    await vi.advanceTimersByTimeAsync(1000);

    const after = await fresh();
    await after.restoreDrafts();
    const { all, shown } = after.presentDrafts();
    expect(all.map(({ request }) => [request.method, request.url])).toEqual([
      ['GET', 'https://platform.adobe.io/typed'],
      ['POST', 'https://platform.adobe.io/a'],
    ]);
    expect(shown).toMatchObject({ source, description: 'About', kept: { method: 'GET' }, request: { method: 'POST' } });
  });

  test('goes on with what was begun while it asked', async () => {
    keeping();
    const before = await fresh();
    before.changeRequest(before.presentDrafts().shown.key, { url: 'https://platform.adobe.io/before' });
    await vi.advanceTimersByTimeAsync(1000);

    const after = await fresh();
    const restoring = after.restoreDrafts();
    after.changeRequest(after.presentDrafts().shown.key, { url: 'https://platform.adobe.io/since' });
    await restoring;
    await vi.advanceTimersByTimeAsync(1000);
    expect(after.presentDrafts().shown.request.url).toBe('https://platform.adobe.io/since');
    expect(after.presentDrafts().all.map(({ request }) => request.url)).toEqual([
      'https://platform.adobe.io/before',
      'https://platform.adobe.io/since',
    ]);
  });

  test('keeps what was typed where its place is gone', async () => {
    const rust = keeping();
    const before = await fresh();
    await before.openRequest(source);
    before.changeRequest(before.presentDrafts().shown.key, { method: 'POST' });
    await vi.advanceTimersByTimeAsync(1000);

    call.mockImplementation((name: string) =>
      name === 'request_drafts_read' ? Promise.resolve(rust.typed) : Promise.reject(new Error(name)),
    );
    const after = await fresh();
    await after.restoreDrafts();
    expect(after.presentDrafts().shown).toMatchObject({ source: null, request: { method: 'POST' } });
  });
});
