import { beforeEach, expect, test, vi } from 'vitest';

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
