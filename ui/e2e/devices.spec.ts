import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expectAccessible } from './accessible.ts';
import { expect, goTo, test, type Page } from './practice.ts';

/** A stand-in for Android's tool, with a phone and one that does not trust this computer. */
const adb = `#!/bin/sh
case "$1" in
devices) printf 'List of devices attached\\nPHONE device model:Pixel_9\\nSHY unauthorized\\n' ;;
-s) printf '%s' "$4" > "\${0%/*}/line"; echo 'Starting: Intent { }' ;;
esac
`;

const grid = (page: Page) => page.getByRole('grid', { name: 'Sessions' });
const rowOf = (page: Page, name: string) => grid(page).getByRole('row', { name });

let tools = '';
const path = process.env['PATH'];

test.beforeAll(async () => {
  tools = await mkdtemp(join(tmpdir(), 'assurance-desk-tools-'));
  await writeFile(join(tools, 'adb'), adb);
  await chmod(join(tools, 'adb'), 0o755);
  process.env['PATH'] = `${tools}${delimiter}${path ?? ''}`;
});

test.afterAll(async () => {
  process.env['PATH'] = path;
  await rm(tools, { recursive: true, force: true });
});

test.beforeEach(async ({ page, practice }) => {
  await goTo(page, `/sessions/${practice.integration}`);
  await expect(rowOf(page, 'Checkout v42')).toBeVisible();
});

test('the link is opened on a phone, and the panel says who connected and why others may not', async ({
  page,
  practice,
}) => {
  await rowOf(page, 'Checkout v42').click();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('It opens the app that registered the scheme acme.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Open on Android device SHY' })).toBeDisabled();
  await expect(dialog.getByText('confirm “Allow USB debugging”')).toBeVisible();
  await dialog.getByRole('button', { name: 'Open on Pixel 9' }).click();
  await expect(dialog.getByText('The link is open on Pixel 9. Type the PIN')).toBeVisible();
  const line = await readFile(join(tools, 'line'), 'utf8');
  expect(line).toContain(`-d 'acme://default?adb_validation_sessionid=${practice.session}'`);

  await expect(dialog.getByText('Waiting for a device…')).toBeVisible();
  await dialog.getByRole('button', { name: 'Why a device may not connect' }).click();
  await expect(dialog.getByText('“Unauthorized Access”')).toBeVisible();
  await expectAccessible(page);
  await practice.allowDevices();
  await dialog.getByRole('button', { name: 'Connect a simulated Pixel' }).click();
  await expect(dialog.getByRole('status').getByText('Use the app: each event appears')).toBeVisible();
});

test('several sessions are deleted together, and undone until they are sent', async ({ page, practice, desk }) => {
  for (const name of ['Alpha', 'Beta', 'Gamma']) {
    await desk.call('session_create', { integration: practice.integration, name, link: 'acme://default' });
  }
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await expect(grid(page).getByRole('row').nth(1)).toContainText('Alpha');
  await expect(grid(page).getByRole('row').nth(4)).toContainText('Gamma');
  await rowOf(page, 'Alpha').click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: '2 of 5 selected' })).toBeVisible();
  await rowOf(page, 'Gamma').click({ modifiers: ['Control'] });
  await page.keyboard.press('Delete');
  const question = page.getByRole('alertdialog', { name: 'Delete 3 sessions' });
  await question.getByRole('button', { name: 'Delete' }).click();
  const bar = page.getByRole('group', { name: 'Deletions that can be undone' });
  await expect(bar.getByText('3 sessions will be deleted')).toBeVisible();
  await expect(rowOf(page, 'Alpha')).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  await expect(rowOf(page, 'Alpha')).toBeVisible();
  await expect(bar).toHaveCount(0);

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await question.getByRole('button', { name: 'Delete' }).click();
  await bar.getByRole('button', { name: 'Delete now' }).click();
  await expect(page.getByText('Deleted 3 sessions.')).toBeVisible();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(rowOf(page, 'Beta')).toHaveCount(0);
  await expect(rowOf(page, 'Checkout v42')).toBeVisible();
});

test('sessions of one name and day are one group that folds, is remembered, and is searched', async ({
  page,
  practice,
  desk,
}) => {
  for (const link of ['acme://one', 'acme://two']) {
    await desk.call('session_create', { integration: practice.integration, name: 'Checkout v42', link });
  }
  const group = rowOf(page, 'Hide the sessions of Checkout v42');
  const folded = rowOf(page, 'Show the sessions of Checkout v42');
  await expect(group).toContainText('· 3 sessions · today');
  await expectAccessible(page);
  await group.click();
  await expect(page.getByRole('status').filter({ hasText: '3 of 4 selected' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(folded).toBeVisible();
  await expect(grid(page).getByText('acme://one')).toHaveCount(0);
  await page.reload();
  await expect(folded).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search sessions' }).fill('acme://one');
  await expect(grid(page).getByText('acme://one')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search sessions' }).fill('');
  await folded.click();
  await page.keyboard.press('Enter');
  await expect(group).toBeVisible();
  await page.getByRole('button', { name: 'Group by name and day' }).click();
  await expect(group).toHaveCount(0);
});

test('sessions are archived on request, and every session on wish', async ({ page, practice, desk }) => {
  await practice.ask('POST', `/sessions/${practice.session}/fill`, { events: 30 });
  await rowOf(page, 'Checkout v42').click();
  await page.getByRole('button', { name: 'Archive now' }).click();
  await expect(page.getByText('Archived Checkout v42: 1 session kept whole, 30 events new.')).toBeVisible();
  await expect(rowOf(page, 'Checkout v42')).toContainText('30 kept');

  const request = { integration: practice.integration, name: 'Another', link: 'acme://default' };
  const { uuid } = (await desk.call('session_create', request)) as { uuid: string };
  await practice.ask('POST', `/sessions/${uuid}/fill`, { events: 4 });
  await goTo(page, '/settings');
  await page.getByRole('switch', { name: 'Keep every session' }).press('Space');
  await expect(page.getByRole('switch', { name: 'Keep every session' })).toBeChecked();
  await goTo(page, `/sessions/${practice.integration}`);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(rowOf(page, 'Another')).toContainText('4 kept');
});
