import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';

test('with no integration yet, the page says what one is and leads to the first', async ({ page }) => {
  await page.getByRole('link', { name: 'Integrations' }).click();
  await expect(page.getByRole('heading', { name: 'No integrations yet' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New integration' }).click();
  await expect(page.getByRole('heading', { name: 'New integration', level: 1 })).toBeVisible();
});

test.describe('with a practice integration', () => {
  test.beforeEach(async ({ page, desk }) => {
    await desk.call('practice_try', null);
    await page.getByRole('link', { name: 'Integrations' }).first().click();
    await expect(page.getByRole('row')).toHaveCount(2);
  });

  test('a row tells health and how long the access token is good for', async ({ page }) => {
    const row = page.getByRole('row').nth(1);
    await expect(row.getByText('Ready')).toBeVisible();
    await expect(row.getByText(/hours left/)).toBeVisible();
    await expectAccessible(page);
  });

  test('the access token is renewed on request', async ({ page }) => {
    await page.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Renew access token' }).click();
    await expect(page.getByText('has a new access token')).toBeVisible();
  });

  test('deleting asks by name, can be given up, and then deletes', async ({ page }) => {
    const actions = page.getByRole('button', { name: /^Actions for/ });
    const name = (await actions.getAttribute('aria-label'))?.replace('Actions for ', '') ?? '';
    await actions.click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await expect(page.getByRole('alertdialog', { name: `Delete ${name}?` })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('row')).toHaveCount(2);
    await actions.click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'No integrations yet' })).toBeVisible();
  });

  test('opening one shows its steps folded, and a changed name is saved', async ({ page }) => {
    await page.getByRole('row').nth(1).getByRole('rowheader').click();
    await expect(page.getByRole('button', { name: 'Name and organization' })).toHaveAttribute('aria-expanded', 'false');
    await page.getByRole('button', { name: 'Name and organization' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Renamed');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('row', { name: /Renamed/ })).toBeVisible();
  });
});
