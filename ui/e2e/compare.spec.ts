import { randomUUID } from 'node:crypto';
import { expectAccessible } from './accessible.ts';
import { pressOn, tabTo } from './by-keyboard.ts';
import { expect, test, type Desk, type Page } from './desk.ts';
import { importingText } from './events-files.ts';

/** A run of an app, with identifiers and times of its own. */
function run(name: string, day: number, steps: [string, number][]): string {
  const client = randomUUID();
  const events = steps.map(([step, price], at) => ({
    uuid: randomUUID(),
    eventNumber: at + 1,
    clientId: client,
    timestamp: 1_763_700_000_000 + day * 86_400_000 + at * 1000,
    vendor: 'com.adobe.griffon.mobile',
    type: 'generic',
    payload: {
      ACPExtensionEventName: step,
      ACPExtensionEventType: 'com.adobe.eventtype.custom',
      ACPExtensionEventSource: 'com.adobe.eventsource.none',
      ACPExtensionEventUniqueIdentifier: randomUUID(),
      ACPExtensionEventData: { price },
    },
  }));
  return JSON.stringify({ uuid: randomUUID(), name, link: 'acme://default', events });
}

async function chosen(page: Page, side: string, session: string): Promise<void> {
  await page.getByRole('button', { name: side }).click();
  await page.getByRole('option', { name: session }).click();
}

async function opened(page: Page, desk: Desk): Promise<void> {
  await expect
    .poll(async () => ((await desk.call('app_info', null)) as { vault: string }).vault, 'the vault is open')
    .toBe('openWithPassphrase');
  await page.evaluate(() => {
    location.hash = '/compare';
  });
}

test('two sessions stand side by side: what is missing, new and different', async ({ page, desk }) => {
  await importingText(
    desk,
    run('Version 41', 0, [
      ['Launch', 0],
      ['Login', 0],
      ['Purchase', 5],
      ['Leave', 0],
    ]),
  );
  await importingText(
    desk,
    run('Version 42', 1, [
      ['Launch', 0],
      ['Purchase', 6],
      ['Leave', 0],
      ['Rate', 0],
    ]),
  );
  await opened(page, desk);
  await expect(page.getByText('Choose a session for either side')).toBeVisible();
  await expectAccessible(page);
  await chosen(page, 'Left', 'Version 41');
  await chosen(page, 'Right', 'Version 42');

  await expect(page.getByText('2 same, 1 different, 1 missing, 1 new')).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Compared events' });
  await expect(grid.getByRole('row', { name: /Missing.*Login/ })).toBeVisible();
  await expect(grid.getByRole('row', { name: /New.*Rate/ })).toBeVisible();
  await grid.getByRole('row', { name: /Different.*Purchase/ }).click();
  const pair = page.getByRole('region', { name: 'The selected pair' });
  await expect(pair.getByRole('row', { name: 'Changed, price, 5 → 6' })).toBeVisible();
  await expectAccessible(page);

  await page.getByText('Only differences').click();
  await expect(grid.getByRole('row', { name: /Same.*Launch/ })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Only events that a query finds' }).fill('name:Purchase');
  await expect(page.getByText('0 same, 1 different, 0 missing, 0 new')).toBeVisible();
  await page.getByRole('button', { name: 'Swap' }).click();
  await expect(page.getByText('2 same, 1 different, 1 missing, 1 new')).toBeVisible();
  await expect(grid.getByRole('row', { name: /New.*Login/ })).toBeVisible();
});

test('with one session there is nothing to compare it with', async ({ page, desk }) => {
  await importingText(desk, run('Version 41', 0, [['Launch', 0]]));
  await opened(page, desk);
  const heading = page.getByRole('heading', { name: 'Two sessions are needed to compare' });
  await expect(heading).toBeVisible();
  const [above, below] = await Promise.all(
    [heading, page.getByRole('button', { name: 'Go to archives' })].map((part) => part.boundingBox()),
  );
  expect(below?.y, 'what to do stands below what is said').toBeGreaterThan(above?.y ?? 0);
  expect(below?.height, 'as high as a button').toBeLessThan(48);
  await expectAccessible(page);
});

test('by keyboard alone: both sides are chosen, a pair is looked at, and the list has the focus again', async ({
  page,
  desk,
}) => {
  await importingText(desk, run('Version 41', 0, [['Purchase', 5]]));
  await importingText(desk, run('Version 42', 1, [['Purchase', 6]]));
  await opened(page, desk);
  for (const [side, session] of [
    ['Left', 'Version 41'],
    ['Right', 'Version 42'],
  ] as const) {
    const picker = page.getByRole('button', { name: side });
    await pressOn(page, picker);
    await page.keyboard.type(session);
    await expect(page.getByRole('option', { name: session })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(picker).toContainText(session);
    await expect(picker).toBeFocused();
  }
  await expect(page.getByRole('status').filter({ hasText: '1 different' })).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Compared events' });
  const pair = page.getByRole('region', { name: 'The selected pair' });
  await tabTo(page, grid);
  await page.keyboard.press('ArrowDown');
  await expect(pair).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(pair).toHaveCount(0);
  await expect(grid).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await pressOn(page, pair.getByRole('button', { name: 'Close the selected pair' }));
  await expect(pair).toHaveCount(0);
  await expect(grid).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await tabTo(page, pair.getByRole('grid', { name: 'Differences' }));
  await page.keyboard.press('Escape');
  await expect(pair).toHaveCount(0);
  await expect(grid).toBeFocused();
});
