import { expect, test, vi } from 'vitest';
import type { DraftChange } from '../backend/api.gen.ts';
import { DraftSender } from './draft-sender.ts';

function senderTo(send: (change: DraftChange) => Promise<void>) {
  const onFailure = vi.fn();
  let shown: DraftChange = {};
  const sender = new DraftSender({ send, onEdits: (edits) => (shown = edits.shown), onFailure });
  return { sender, onFailure, shown: () => shown };
}

test('sends what was typed in one request', async () => {
  const send = vi.fn(async () => {});
  const { sender } = senderTo(send);
  sender.type({ name: 'A' });
  sender.type({ name: 'Acme' });
  sender.type({ clientId: '1' });
  expect(await sender.flush()).toBe(true);
  expect(send.mock.calls).toEqual([[{ name: 'Acme', clientId: '1' }]]);
});

test('sends one request at a time, in order', async () => {
  const sent: DraftChange[] = [];
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  const { sender } = senderTo(async (change) => {
    sent.push(change);
    if (sent.length === 1) await gate;
  });
  sender.type({ name: 'A' });
  const first = sender.flush();
  sender.type({ name: 'Ac' });
  const second = sender.flush();
  expect(sent).toEqual([{ name: 'A' }]);
  open();
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect(sent).toEqual([{ name: 'A' }, { name: 'Ac' }]);
});

test('a failure keeps the text, says so, and the next flush sends it again', async () => {
  const send = vi.fn<(change: DraftChange) => Promise<void>>().mockRejectedValueOnce('cut').mockResolvedValue();
  const { sender, onFailure, shown } = senderTo(send);
  sender.type({ organizationId: 'X@AdobeOrg' });
  expect(await sender.flush()).toBe(false);
  expect(onFailure).toHaveBeenCalledWith('cut');
  expect(shown()).toEqual({ organizationId: 'X@AdobeOrg' });
  expect(await sender.flush()).toBe(true);
  expect(send).toHaveBeenCalledTimes(2);
});

test('a secret is not sent while it is being typed, and is gone from the window once it was sent', async () => {
  vi.useFakeTimers();
  const send = vi.fn(async () => {});
  const { sender, shown } = senderTo(send);
  sender.type({ clientId: '1' });
  sender.enter('clientSecret');
  sender.type({ clientSecret: 's3' });
  await vi.advanceTimersByTimeAsync(5000);
  expect(send.mock.calls).toEqual([[{ clientId: '1' }]]);
  sender.type({ clientSecret: 's3cret' });
  sender.leave('clientSecret');
  await vi.advanceTimersByTimeAsync(0);
  vi.useRealTimers();
  expect(send.mock.calls).toEqual([[{ clientId: '1' }], [{ clientSecret: 's3cret' }]]);
  expect(shown()).toEqual({});
});
