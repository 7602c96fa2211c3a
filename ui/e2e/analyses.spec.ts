import { expectAccessible } from './accessible.ts';
import { closeHints, expect, goTo, test } from './practice.ts';

test.beforeEach(async ({ page, practice, desk }) => {
  await closeHints(page, desk);
  await practice.ask('POST', `/sessions/${practice.session}/fill`, { events: 600 });
  await goTo(page, `/session/${practice.integration}/${practice.session}`);
  await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
});

test('a transaction is followed from the client to upstream, and its events open in the details', async ({ page }) => {
  await page.getByRole('tab', { name: 'Transactions' }).click();
  const transactions = page.getByRole('grid').first();
  await expect(transactions.getByRole('columnheader', { name: 'Edge Network' })).toBeVisible();
  await transactions.getByRole('button').first().click();
  await expect(page.getByRole('region', { name: 'Details of the event' })).toBeVisible();
  await expectAccessible(page);
});

test('how a transaction went and how long it took stay in view beside the details', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('tab', { name: 'Transactions' }).click();
  const transactions = page.getByRole('grid').first();
  await transactions.getByRole('button').first().click();
  await expect(page.getByRole('region', { name: 'Details of the event' })).toBeVisible();
  const header = (name: string) => transactions.getByRole('columnheader', { name });
  const state = transactions.getByRole('row').nth(1).getByRole('gridcell').last();
  for (const seen of [header('Time'), header('Duration'), header('State'), state]) {
    await expect(seen).toBeInViewport({ ratio: 0.9 });
  }
  // Whoever goes to what lies below them still sees them.
  await transactions.getByRole('row').nth(1).getByRole('button').last().focus();
  for (const seen of [header('Duration'), header('State'), state]) await expect(seen).toBeInViewport({ ratio: 0.9 });

  await page.setViewportSize({ width: 1024, height: 640 });
  for (const seen of [header('State'), state]) await expect(seen).toBeInViewport({ ratio: 0.9 });
});

test('shared states are looked at one by one, with their history', async ({ page }) => {
  await page.getByRole('tab', { name: 'Shared States' }).click();
  const owners = page.getByRole('grid').first();
  await owners.getByText('com.adobe.module.configuration').first().click();
  await expect(page.getByRole('grid')).toHaveCount(3);
  await expectAccessible(page);
});

test('configuration, extensions, clients and logs each have their tab', async ({ page }) => {
  for (const name of ['Configuration', 'Extension Versions', 'Clients', 'Errors', 'Logs', 'Analytics']) {
    await page.getByRole('tab', { name }).click();
    await expect(page.getByRole('searchbox', { name: 'Search in the rows' })).toBeVisible();
    await expect(
      page
        .getByRole('grid')
        .or(page.getByRole('heading', { name: 'Nothing here yet' }))
        .first(),
    ).toBeVisible();
  }
  await expectAccessible(page);
});
