import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';

test('the first start offers what works, and nothing else', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Inspect what your app tells Adobe.' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try it' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Connect my organization' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'I have a file' })).toBeVisible();
  await expectAccessible(page);
});

test('"Try it" ends in an open practice session with events arriving', async ({ page }) => {
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page).toHaveURL(/#\/session\//);
  await expect(page.getByRole('navigation').getByRole('img', { name: 'live' })).toBeVisible();
  await expect(page.getByRole('grid').getByRole('row').nth(2)).toBeVisible();
});

test('Home shows recent sessions and the health of integrations', async ({ page, desk }) => {
  await desk.call('practice_try', null);
  await expect(page.getByRole('region', { name: 'Recent sessions' }).getByRole('link').nth(1)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Integrations' }).getByText('Ready')).toBeVisible();
  await expectAccessible(page);
});

test('"Connect my organization" leads to a new integration', async ({ page }) => {
  await page.getByRole('button', { name: 'Connect my organization' }).click();
  await expect(page.getByRole('heading', { name: 'New integration', level: 1 })).toBeVisible();
});
