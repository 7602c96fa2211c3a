import { randomUUID } from 'node:crypto';
import { expectAccessible } from './accessible.ts';
import { closeHints, expect, goTo, test, type Page } from './practice.ts';

const events = (page: Page) => page.getByRole('grid', { name: 'Events' });
const rowOf = (page: Page, name: string) => events(page).getByRole('row', { name });
const count = (page: Page) => page.getByRole('search').getByRole('status').last();
const uuids = Array.from({ length: 300 }, () => randomUUID());

/** Three hundred lines of a log, a second apart. */
const lines = uuids.map((uuid, at) => ({
  uuid,
  type: 'log',
  timestamp: 1_700_000_000_000 + at * 1_000,
  payload: { logline: `line ${at}` },
}));

/** What somebody sets in Adobe’s web UI. */
const visibility = (payload: object) => ({ uuid: randomUUID(), type: 'visibility', namespace: 'visibility', payload });
const note = (text: string) => ({ uuid: randomUUID(), type: 'notes', payload: { note: text } });
const last = uuids.at(-1) ?? '';

test.beforeEach(async ({ page, practice, desk }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await closeHints(page, desk);
  await practice.ask('POST', `/sessions/${practice.session}/events`, lines);
});

test('what colleagues flag, note and clear in Adobe’s web UI is seen while the session is followed', async ({
  page,
  practice,
}) => {
  const path = `/sessions/${practice.session}/annotations`;
  await goTo(page, `/session/${practice.integration}/${practice.session}`);
  await expect(count(page)).toHaveText('300 events');
  const row = rowOf(page, 'line 299');
  await expect(row).toBeVisible();
  await practice.ask('PUT', path, { events: { [last]: [visibility({ important: true }), note('Why so late?')] } });
  const flag = row.getByLabel('Flagged in Adobe’s web UI');
  const comment = row.getByLabel('Has a note in Adobe’s web UI');
  await expect(flag).toBeVisible();
  // Both are seen whole: nothing of the cell is cut off.
  const cut = (node: Element) =>
    (node.closest('[role=cell]')?.scrollWidth ?? NaN) - (node.closest('[role=cell]')?.clientWidth ?? NaN);
  expect(await comment.evaluate(cut)).toBe(0);

  const cleared = visibility({ clearSessionTS: 1_700_000_000_000 + 298_000 });
  await practice.ask('PUT', path, { session: [cleared] });
  // The session is looked up once in a while, and when somebody goes on after a pause.
  await events(page).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(count(page)).toHaveText('1 event');
  const toast = page.getByRole('alertdialog').filter({ hasText: 'Somebody cleared the session in Adobe’s web UI.' });
  await expect(toast).toBeVisible();
  await page.getByRole('tab', { name: 'Logs' }).click();
  await expect(page.getByText('299 hidden or cleared events are left out.')).toBeVisible();
  await expectAccessible(page);
  await toast.getByRole('button', { name: 'Restore here' }).click();
  await expect(page.getByText('left out.')).toHaveCount(0);
  await page.getByRole('tab', { name: 'Events' }).click();
  await expect(count(page)).toHaveText('300 events');
});

test('noise says how many events it is, and a key that comes before the rows leads to its row', async ({
  page,
  practice,
}) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/rpc/view_rows', async (route) => {
    await held;
    await route.continue();
  });
  await goTo(page, `/session/${practice.integration}/${practice.session}`);
  await expect(count(page)).toHaveText('300 events');
  await events(page).focus();
  await page.keyboard.press('Home');
  letGo();
  await expect(rowOf(page, 'line 0')).toHaveAttribute('aria-selected', 'true');

  await page.getByRole('button', { name: 'Noise' }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Logs' })).toContainText('300');
  await expect(page.getByRole('menuitemcheckbox', { name: 'Shared states' })).toContainText('0');
  await expectAccessible(page);
});
