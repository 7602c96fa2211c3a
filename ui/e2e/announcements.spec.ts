import { expectAccessible } from './accessible.ts';
import { expect } from './desk.ts';
import { test } from './service-account.ts';

test('a certificate with a year to go is not announced', async ({ page, makeServiceAccount }) => {
  await makeServiceAccount(365);
  await page.getByRole('link', { name: 'Integrations' }).first().click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Announcements' })).toHaveCount(0);
});

test('a certificate that ends soon is announced on Home, on Integrations and once while running', async ({
  page,
  makeServiceAccount,
}) => {
  const { name } = await makeServiceAccount(20);
  const announcements = page.getByRole('region', { name: 'Announcements' });
  await expect(announcements.getByRole('group', { name })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('img', { name: '1 announcement' })).toBeVisible();
  await expect(page.getByRole('alertdialog').filter({ hasText: name })).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Integrations' }).first().click();
  await expect(announcements).toBeVisible();
  await expect(page.getByRole('row').nth(1).getByText('19 days left')).toBeVisible();
  await expectAccessible(page);
});

test('an announcement leads to the renewal, and back', async ({ page, makeServiceAccount }) => {
  await makeServiceAccount(20);
  await page
    .getByRole('region', { name: 'Announcements' })
    .getByRole('button', { name: 'Renew the certificate' })
    .click();
  await expect(page).toHaveURL(/#\/integrations\/[^/]+\/certificate$/);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('region', { name: 'Announcements' })).toBeVisible();
});

test('what is put away stays away, over a restart of the page and a change of the theme', async ({
  page,
  makeServiceAccount,
}) => {
  await makeServiceAccount(20);
  const announcements = page.getByRole('region', { name: 'Announcements' });
  await announcements.getByRole('button', { name: 'Later' }).click();
  await expect(announcements).toHaveCount(0);
  await page.getByRole('link', { name: 'Settings' }).click();
  const saved = page.waitForResponse('**/rpc/settings_save');
  await page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  await saved;
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByRole('region', { name: 'Integrations' })).toBeVisible();
  await expect(announcements).toHaveCount(0);
});

test('a dismissal that is refused says why, and the announcement stays', async ({ page, makeServiceAccount }) => {
  await makeServiceAccount(20);
  await page.route('**/rpc/announcement_dismiss', (route) =>
    route.fulfill({
      status: 422,
      json: { code: 'file', title: 'Not saved', message: 'The disk is full.', nextStep: 'Make room.', detail: null },
    }),
  );
  const announcements = page.getByRole('region', { name: 'Announcements' });
  await announcements.getByRole('button', { name: 'Later' }).click();
  await expect(page.getByText('The disk is full.')).toBeVisible();
  await expect(announcements).toBeVisible();
});
