import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';

const update = {
  version: '2.0.0',
  date: Date.UTC(2026, 10, 22),
  notes: '<b>Bold</b> [link](https://example.org)\nFollows sessions faster',
  skipped: false,
  way: 'itself',
};

/** A build that was told of a place for updates; what the page asks of it is noted. */
async function withUpdates(page: Page, first: object) {
  const asked: string[] = [];
  let told = { host: 'updates.example.org', agreed: true as boolean | null, lookedAt: null, state: first };
  const next: Record<string, object> = {
    updates_download: { state: 'downloading', update, received: 12_000_000, size: 80_000_000 },
    updates_stop: { state: 'offered', update, problem: null },
    updates_skip: { state: 'offered', update: { ...update, skipped: true }, problem: null },
  };
  await page.route('**/rpc/updates_*', (route) => {
    const command = new URL(route.request().url()).pathname.replace('/rpc/', '');
    if (command !== 'updates_read') asked.push(command);
    if (command === 'updates_agree') told = { ...told, ...(route.request().postDataJSON() as { agreed: boolean }) };
    told = { ...told, state: next[command] ?? told.state };
    return route.fulfill({ json: told });
  });
  await page.reload();
  return asked;
}

test('a build without a place for updates says so, and offers nothing', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click();
  const updates = page.getByRole('region', { name: 'Updates' });
  await expect(updates).toContainText('This build has no place to get updates from');
  await expect(updates.getByRole('button')).toHaveCount(0);
  await expect(updates.getByRole('switch')).toHaveCount(0);
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('menuitem', { name: 'About Assurance Desk' }).click();
  const about = page.getByRole('dialog', { name: 'Assurance Desk' });
  await expect(about).toContainText('This build has no place to get updates from');
});

test('Home asks once whether to look for updates, and tells of one quietly', async ({ page, desk }) => {
  await desk.call('practice_try', null);
  await page.goto(`${desk.url.replace(/#.*/, '')}#/`);
  const asked = await withUpdates(page, { state: 'offered', update, problem: null });
  const note = page.getByRole('note', { name: 'Version 2.0.0 is available' });
  await expect(note).toContainText('only when you say so');
  await note.getByRole('button', { name: 'What is new' }).click();
  await expect(note).toContainText('<b>Bold</b> [link](https://example.org)');
  await expect(note.getByRole('link')).toHaveCount(0);
  await expectAccessible(page);
  expect(asked).toEqual([]);
  await note.getByRole('button', { name: 'Later' }).click();
  await expect(note).toHaveCount(0);
});

test('a version is downloaded after a press, can be stopped, and is installed after another', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click();
  const asked = await withUpdates(page, { state: 'offered', update, problem: null });
  const updates = page.getByRole('region', { name: 'Updates' });
  await updates.getByRole('button', { name: 'Download…' }).click();
  await expect(updates).toContainText('12 MB of 80 MB');
  await expect(updates.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '15');
  await expect(updates.getByRole('button', { name: 'Look now' })).toBeDisabled();
  await expectAccessible(page);
  await updates.getByRole('button', { name: 'Cancel' }).click();
  await updates.getByRole('button', { name: 'Skip this version' }).click();
  await expect(updates).toContainText('You chose to skip it.');
  expect(asked).toEqual(['updates_download', 'updates_stop', 'updates_skip']);
});
