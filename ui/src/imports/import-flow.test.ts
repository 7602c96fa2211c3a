import { expect, test, vi } from 'vitest';
import type { Backend, Draft, ImportCandidate, ImportPreview, ImportSource } from '../backend/index.ts';
import { ImportFlow, type ImportTarget } from './import-flow.ts';

const draft = { id: 'd' } as Draft;
const dropped: ImportSource = { from: 'files', paths: ['/key.pem'] };

const key: ImportCandidate = {
  name: 'key.pem',
  kind: 'serviceAccount',
  environment: 'adobe',
  organizationId: null,
  clientId: null,
  hasClientSecret: false,
  technicalAccountId: null,
  scopes: [],
  keyBits: 2048,
  certificate: null,
  keyMatchesCertificate: null,
  missing: [],
  findings: [],
  ignored: [],
};

const previewOf = (...candidates: ImportCandidate[]): ImportPreview => ({
  id: 'i',
  files: [{ name: 'key.pem', format: 'Private key', state: { state: 'understood' } }],
  candidates,
});

function flowOf(preview: ImportPreview) {
  const call = vi.fn(async (name: string): Promise<unknown> => (name === 'import_accept' ? draft : preview));
  const onNewDraft = vi.fn();
  return { call, onNewDraft, flow: new ImportFlow({ call: call as unknown as Backend['call'], onNewDraft }) };
}

function targetOf(wantsKey: boolean) {
  return {
    draft: 'd',
    wantsKey,
    flush: vi.fn(async () => true),
    onAccepted: vi.fn(),
    onKeyAccepted: vi.fn(),
  } satisfies ImportTarget;
}

test('a key alone is taken over at once where one is waited for', async () => {
  const { flow, call } = flowOf(previewOf(key));
  const target = targetOf(true);
  flow.aimAt(target);
  await flow.bring(dropped);
  expect(call).toHaveBeenLastCalledWith('import_accept', { import: 'i', candidate: 0, draft: 'd' });
  expect(target.onKeyAccepted).toHaveBeenCalledWith(draft);
  expect(flow.current().isOpen).toBe(false);
});

test.each([
  ['more than a key', { ...key, clientId: 'c' }, true],
  ['a key of another certificate', { ...key, keyMatchesCertificate: false }, true],
  ['a key that is not waited for', key, false],
])('%s is shown first', async (_, candidate, wantsKey) => {
  const { flow, call } = flowOf(previewOf(candidate));
  flow.aimAt(targetOf(wantsKey));
  await flow.bring(dropped);
  expect(flow.current()).toMatchObject({ isOpen: true, fills: true });
  expect(call).toHaveBeenCalledOnce();
});

test('without an open draft it becomes a new one, once the dialog has left', async () => {
  const { flow, onNewDraft } = flowOf(previewOf(key));
  await flow.bring(dropped);
  await flow.accept(0);
  expect(flow.current().isOpen).toBe(false);
  expect(onNewDraft).not.toHaveBeenCalled();
  flow.gone();
  expect(onNewDraft).toHaveBeenCalledWith(draft);
});

test('what was typed is sent first, and nothing is taken over when that fails', async () => {
  const { flow, call } = flowOf(previewOf(key));
  const target = targetOf(false);
  target.flush.mockResolvedValue(false);
  flow.aimAt(target);
  await flow.bring(dropped);
  await flow.accept(0);
  expect(call).not.toHaveBeenCalledWith('import_accept', expect.anything());
  expect(flow.current()).toMatchObject({ isOpen: true, isBusy: false });
});

test('further files are added to what was read, and closing forgets it all', async () => {
  const { flow, call } = flowOf(previewOf(key));
  await flow.bring(dropped);
  await flow.bring(dropped);
  expect(call).toHaveBeenLastCalledWith('import_read', { import: 'i', source: dropped });
  flow.close();
  expect(call).toHaveBeenLastCalledWith('import_discard', { import: 'i' });
  expect(flow.current().preview).toBeNull();
});

test('an answer that comes after closing is forgotten too', async () => {
  const { flow, call } = flowOf(previewOf(key));
  const reading = flow.bring(dropped);
  flow.open();
  await Promise.resolve();
  flow.close();
  await reading;
  expect(call).toHaveBeenLastCalledWith('import_discard', { import: 'i' });
  expect(flow.current().isOpen).toBe(false);
});

test('a file dialog that was closed is no problem; a refusal is shown', async () => {
  const { flow, call } = flowOf(previewOf(key));
  const problem = { title: '', message: '', nextStep: '', detail: null };
  call.mockRejectedValueOnce({ ...problem, code: 'cancelled' });
  await flow.bring({ from: 'dialog' });
  expect(flow.current().isOpen).toBe(false);
  call.mockRejectedValueOnce({ ...problem, code: 'file' });
  await flow.bring(dropped);
  expect(flow.current()).toMatchObject({ isOpen: true, problem: { code: 'file' } });
});
