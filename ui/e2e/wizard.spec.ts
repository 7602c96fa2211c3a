import { expectAccessible } from './accessible.ts';
import { expect, test, type Page } from './desk.ts';

const step = (page: Page, name: string) => page.getByRole('button', { name });
const check = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

test.beforeEach(async ({ page }) => {
  await page.getByRole('button', { name: 'Connect my organization' }).click();
});

test('OAuth Server-to-Server with the practice workspace: two clicks to a tested integration', async ({ page }) => {
  await page.getByRole('button', { name: 'Practice workspace: OAuth Server-to-Server' }).click();
  await expect(step(page, 'Credentials')).toContainText('client secret kept');
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(check(page, 'Adobe gives an access token').getByLabel('Passed')).toBeVisible();
  await expect(check(page, 'Assurance answers').getByLabel('Passed')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('row').nth(1).getByText('OAuth Server-to-Server')).toBeVisible();
});

test('service account with the practice workspace: a key is generated, its certificate registered', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Practice workspace: Service account (JWT)' }).click();
  await page.getByRole('button', { name: 'Generate' }).click();
  await expect(page.getByText('Registered with the practice console')).toBeVisible();
  await expect(page.getByText(/SHA-1 [0-9a-f]{4}…[0-9a-f]{4}/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  for (const name of ['The key belongs to the certificate', 'Adobe gives an access token', 'Assurance answers']) {
    await expect(check(page, name).getByLabel('Passed')).toBeVisible();
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('row').nth(1).getByText('Service account (JWT)')).toBeVisible();
});

test('a key that no certificate is registered for is explained, and the integration can be saved anyway', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Practice workspace: Service account (JWT)' }).click();
  await page.route('**/rpc/draft_register_certificate', (route) =>
    route.fulfill({
      status: 422,
      json: { code: 'unreachable', title: 'No', message: 'No.', nextStep: 'No.', detail: null },
    }),
  );
  await page.getByRole('button', { name: 'Generate' }).click();
  await expect(page.getByRole('button', { name: 'Register with the practice console' })).toBeVisible();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  const failed = check(page, 'Adobe gives an access token');
  await expect(failed.getByLabel('Failed')).toBeVisible();
  await expect(failed.getByRole('button', { name: 'Copy a message to send' })).toBeVisible();
  await page.unroute('**/rpc/draft_register_certificate');
  await page.getByRole('button', { name: 'Register with the practice console' }).click();
  await expect(page.getByText('Registered with the practice console')).toBeVisible();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(check(page, 'Assurance answers').getByLabel('Passed')).toBeVisible();
});

test('a field says what is wrong once it was left, never sooner, and offers what would be right', async ({ page }) => {
  const organization = page.getByRole('textbox', { name: 'Organization ID' });
  await organization.pressSequentially('1234567890ABCDEF12345678@AdobeOr');
  await expect(organization).not.toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('textbox', { name: 'Name' }).focus();
  await expect(organization).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await organization.fill('1234567890ABCDEF12345678@AdobeOrg');
  await expect(organization).not.toHaveAttribute('aria-invalid', 'true');
});

test('what is missing is told only when the user wants to go on', async ({ page }) => {
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.focus();
  await page.getByRole('textbox', { name: 'Organization ID' }).focus();
  await expect(name).not.toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toBeFocused();
});

test('by keyboard: each step goes on to the next, and folds when it is done', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Name' }).fill('Acme Mobile');
  await page.getByRole('textbox', { name: 'Organization ID' }).fill('1234567890ABCDEF12345678@AdobeOrg');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(step(page, 'Name and organization')).toContainText('Acme Mobile');
  await expect(page.getByRole('radio', { name: 'OAuth Server-to-Server' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText('Adobe stopped issuing service accounts')).toBeVisible();
  await expect(step(page, 'Key and certificate')).toBeVisible();
});

test('a wrong client secret is told apart, and the right one mends it', async ({ page, desk }) => {
  await page.getByRole('button', { name: 'Practice workspace: OAuth Server-to-Server' }).click();
  await expect(step(page, 'Credentials')).toContainText('client secret kept');
  await step(page, 'Credentials').click();
  await page.getByRole('button', { name: 'Replace' }).click();
  await page.getByLabel('Client secret').fill('p8e-this-is-not-the-one-at-all-1234567890');
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  const failed = check(page, 'Adobe gives an access token');
  await expect(failed.getByLabel('Failed')).toBeVisible();
  await expect(failed.getByRole('alert')).toContainText('client secret');
  await expect(page.getByRole('button', { name: 'Save anyway' })).toBeVisible();
  expect(await page.content()).not.toContain('this-is-not-the-one');
  expect(JSON.stringify(await desk.call('draft_open', { integration: null, practice: null }))).not.toContain('p8e-');
});

test('leaving keeps the draft, and discarding it clears the page', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Name' }).fill('Half done');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Integrations' }).click();
  await page.getByRole('button', { name: 'New integration' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Half done');
  await page.getByRole('button', { name: 'Discard draft' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('');
});

test('nothing typed is lost when the program does not answer for a while', async ({ page }) => {
  await page.route('**/rpc/draft_change', (route) => route.abort());
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('Acme Mobile');
  await page.getByRole('textbox', { name: 'Organization ID' }).focus();
  await expect(page.getByText('Assurance Desk does not answer')).toBeVisible();
  await expect(name).toHaveValue('Acme Mobile');
  await page.unroute('**/rpc/draft_change');
  await page.getByRole('textbox', { name: 'Organization ID' }).fill('1234567890ABCDEF12345678@AdobeOrg');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(step(page, 'Name and organization')).toContainText('Acme Mobile');
});

test('scopes are picked by service, typed as a list, and taken out again', async ({ page }) => {
  await step(page, 'Credentials').click();
  const add = page.getByRole('textbox', { name: 'Add scopes' });
  await page.getByRole('button', { name: 'Add by service…' }).click();
  await page.getByRole('menuitem', { name: 'Assurance' }).click();
  const scopes = page.getByRole('grid', { name: 'Scopes' });
  await expect(scopes.getByRole('row', { name: 'openid' })).toBeVisible();
  await add.fill('one_more,another');
  await expect(scopes.getByRole('row', { name: 'another' })).toBeVisible();
  await add.fill('typed_one');
  await add.press('Enter');
  await expect(scopes.getByRole('row', { name: 'typed_one' })).toBeVisible();
  await scopes.getByRole('row', { name: 'typed_one' }).getByRole('button').click();
  await expect(scopes.getByRole('row', { name: 'typed_one' })).toHaveCount(0);
});
