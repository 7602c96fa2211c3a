import { expect, test as base, type Desk, type Page } from './desk.ts';

/** The practice workspace of a test, with one integration and one session in it. */
interface Practice {
  integration: string;
  session: string;
  /** Asks the workspace's own calls under `/practice`. */
  ask: (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<void>;
  /** Lets simulated devices connect. */
  allowDevices: () => Promise<void>;
  /** Makes one GraphQL operation fail, once. */
  refuse: (operation: string) => Promise<void>;
}

/** One practice event for `POST /practice/sessions/{uuid}/events`. */
export function eventNamed(name: string, timestamp: number): unknown {
  return {
    vendor: 'com.adobe.griffon.mobile',
    type: 'generic',
    timestamp,
    payload: {
      ACPExtensionEventName: name,
      ACPExtensionEventType: 'com.adobe.eventtype.custom',
      ACPExtensionEventSource: 'com.adobe.eventsource.none',
      ACPExtensionEventData: { basket: { price: 129.9, currency: 'EUR' }, name },
    },
  };
}

/** Tests get a practice workspace in which no simulated device speaks, so that only the test's own events arrive. */
export const test = base.extend<{ practice: Practice }>({
  practice: async ({ desk }, run) => {
    await expect
      .poll(async () => ((await desk.call('app_info', null)) as { vault: string }).vault, 'the vault is open')
      .toBe('openWithPassphrase');
    const { integration } = (await desk.call('practice_try', null)) as { integration: string };
    const { address } = (await desk.call('practice_status', null)) as { address: string };
    for (const view of (await desk.call('view_list', null)) as { view: string }[]) {
      await desk.call('view_close', { view: view.view });
    }
    const ask: Practice['ask'] = async (method, path, body) => {
      const answer = await fetch(`${address}/practice${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    };
    await ask('PUT', '/simulator', { connections: 0 });
    const created = await desk.call('session_create', { integration, name: 'Checkout v42', link: 'acme://default' });
    await run({
      integration,
      session: (created as { uuid: string }).uuid,
      ask,
      allowDevices: () => ask('PUT', '/simulator', { connections: 20 }),
      refuse: (operation) => ask('PUT', '/faults', [{ path: '', operation, kind: 'status', status: 403, times: 1 }]),
    });
  },
});

/** The window of somebody who has read the inspector's hints. */
export async function closeHints(page: Page, desk: Desk): Promise<void> {
  await desk.call('settings_save', {
    theme: 'system',
    closedHints: ['inspector.filter', 'inspector.list', 'inspector.details'],
  });
  await page.reload();
}

/** Goes to a place by its address, as the window does when it is opened again. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
}

/** Opens the practice session with events named `Login 0`, `Login 1` …, a second apart, the last one now. */
export async function openWithLogins(page: Page, practice: Practice, count: number): Promise<void> {
  const now = Date.now();
  await practice.ask(
    'POST',
    `/sessions/${practice.session}/events`,
    Array.from({ length: count }, (_, at) => eventNamed(`Login ${at}`, now - (count - 1 - at) * 1000)),
  );
  await goTo(page, `/session/${practice.integration}/${practice.session}`);
  const events = page.getByRole('grid', { name: 'Events' });
  await expect(events.getByRole('row', { name: `Login ${count - 1}` })).toBeVisible();
}

export { expect, type Page } from './desk.ts';
