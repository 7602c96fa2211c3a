import { expectAccessible } from './accessible.ts';
import { pressOn, tabTo } from './by-keyboard.ts';
import { clientId, organization as organizationOfTests, secret } from './credentials.ts';
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
  const certificate = page.getByRole('region', { name: 'Certificate', exact: true });
  await expect(certificate).toBeFocused();
  await expect(certificate.getByText(/^[0-9a-f]{40}$/)).toBeVisible();
  await expect(certificate.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await expect(certificate.getByText('RSA 2048')).toBeVisible();
  await expect(certificate.getByText('/CN=Assurance Desk')).toBeVisible();
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
  await expect(page.getByText('Adobe retired service accounts')).toBeVisible();
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

test('size, validity and subject of a new key are the user’s choice, and stay while the key is made', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Practice workspace: Service account (JWT)' }).click();
  await page.getByRole('button', { name: /Key size/ }).click();
  await page.getByRole('option', { name: 'RSA 3072' }).click();
  await page.getByRole('textbox', { name: 'Valid for (days)' }).fill('3650');
  await page.getByRole('button', { name: 'More…' }).click();
  const subject = page.getByRole('group', { name: 'Subject' });
  await expect(subject.getByRole('textbox', { name: 'Common name' })).toHaveValue('Assurance Desk');
  await subject.getByRole('textbox', { name: 'Common name' }).fill('Acme Mobile');
  await subject.getByRole('textbox', { name: 'Organization (O)' }).fill('Acme / Sons');
  await subject.getByRole('textbox', { name: 'Country' }).fill('US');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.goBack();
  await page.getByRole('button', { name: 'Generate' }).click();
  const certificate = page.getByRole('region', { name: 'Certificate', exact: true });
  await expect(certificate.getByText('RSA 3072')).toBeVisible({ timeout: 30_000 });
  await expect(certificate.getByText('/C=US/O=Acme \\/ Sons/CN=Acme Mobile')).toBeVisible();
});

test('a subject that cannot be used is told, and what was typed stays', async ({ page }) => {
  await page.getByRole('button', { name: 'Practice workspace: Service account (JWT)' }).click();
  await page.getByRole('button', { name: 'More…' }).click();
  const country = page.getByRole('textbox', { name: 'Country' });
  await country.fill('USA');
  await page.getByRole('button', { name: 'Generate' }).click();
  await expect(page.getByRole('alert')).toContainText('two letters');
  await expect(page.getByRole('alert')).toBeInViewport({ ratio: 1 });
  await expect(country).toHaveValue('USA');
});

test('a key that takes long shows how long it usually takes, and can be stopped', async ({ page }) => {
  await page.getByRole('button', { name: 'Practice workspace: Service account (JWT)' }).click();
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  await page.route('**/rpc/draft_generate_key', async (route) => {
    await stopped;
    await route.fulfill({
      status: 422,
      json: { code: 'cancelled', title: 'Stopped', message: 'Stopped.', nextStep: 'None.', detail: null },
    });
  });
  await page.route('**/rpc/draft_cancel_key', async (route) => {
    await route.continue();
    stop();
  });
  await page.getByRole('button', { name: 'Generate' }).click();
  await expect(page.getByText('Generating the key. RSA 2048 usually takes less than a second')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Generate' })).toBeFocused();
});

test('the advanced part: a lifetime that Adobe does not take is told, a link is kept', async ({ page }) => {
  await page.getByRole('button', { name: 'Practice workspace: Service account (JWT)' }).click();
  // The step that is next opens by itself.
  await expect(page.getByRole('button', { name: 'Generate' })).toBeVisible();
  await step(page, 'Credentials').click();
  await page.getByRole('button', { name: 'Advanced' }).click();
  const lifetime = page.getByRole('textbox', { name: 'Lifetime of the JWT (minutes)' });
  await expect(lifetime).toHaveValue('5');
  await lifetime.fill('2000');
  await lifetime.press('Tab');
  await expect(lifetime).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await lifetime.fill('60');
  await lifetime.press('Tab');
  await page.getByText('Give each JWT an identifier of its own (jti)').click();
  const link = page.getByRole('textbox', { name: 'Link to Developer Console' });
  await link.fill('https://developer.adobe.com/console/projects/25591/4566206088344689001/credentials/123456/details');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.goBack();
  await step(page, 'Credentials').click();
  await page.getByRole('button', { name: 'Advanced' }).click();
  await expect(lifetime).toHaveValue('60');
  await expect(page.getByRole('switch')).toBeChecked();
  await expect(link).toHaveValue(/credentials\/123456/);
});

test('OAuth Server-to-Server is the default, and the page says why', async ({ page }) => {
  await step(page, 'Kind').click();
  await expect(page.getByRole('radio', { name: 'OAuth Server-to-Server' })).toBeChecked();
  await expect(page.getByText('since Adobe retired service accounts')).toBeVisible();
});

test.describe('by keyboard alone', () => {
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
  const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const goOn = (page: Page, name: string) => region(page, name).getByRole('button', { name: 'Continue' });

  test('a service account is filled in: each mistake takes the focus, and no step loses it', async ({ page }) => {
    await tabTo(page, box(page, 'Name'));
    await page.keyboard.type('Acme Mobile');
    await pressOn(page, goOn(page, 'Name and organization'));
    await expect(box(page, 'Organization ID')).toBeFocused();
    await expect(box(page, 'Organization ID')).toHaveAccessibleDescription(/organization ID is missing/);
    await page.keyboard.type(organizationOfTests);
    await pressOn(page, goOn(page, 'Name and organization'));
    await expect(page.getByRole('radio', { name: 'OAuth Server-to-Server' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(step(page, 'Key and certificate')).toBeVisible();
    await pressOn(page, goOn(page, 'Kind'));
    await expect(page.getByRole('button', { name: /Key size/ })).toBeFocused();
    await pressOn(page, goOn(page, 'Key and certificate'));
    await expect(region(page, 'Key and certificate').getByRole('alert')).toBeVisible();
    await expect(goOn(page, 'Key and certificate')).toBeFocused();
    await pressOn(page, button(page, 'Generate'), 'Shift+Tab');
    await expect(region(page, 'Certificate')).toBeFocused();
    await pressOn(page, page.getByRole('button', { name: 'Show me how' }));
    await expect(page.getByRole('heading', { name: 'Register the certificate' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Show me how' })).toBeFocused();
    await pressOn(page, button(page, 'Replace the key…'));
    await expect(button(page, 'Keep the present key')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(button(page, 'Replace the key…')).toBeFocused();
    await pressOn(page, goOn(page, 'Key and certificate'));

    await expect(box(page, 'Client ID')).toBeFocused();
    await page.keyboard.type(clientId);
    await page.keyboard.press('Tab');
    await page.keyboard.type(secret);
    await page.keyboard.press('Tab');
    await expect(box(page, 'Technical account ID')).toBeFocused();
    await expect(button(page, 'Replace')).toBeVisible();
    await pressOn(page, button(page, 'Replace'), 'Shift+Tab');
    await expect(page.getByLabel('Client secret')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(box(page, 'Technical account ID')).toBeFocused();
    await pressOn(page, goOn(page, 'Credentials'));
    await expect(box(page, 'Technical account ID')).toBeFocused();
    await page.keyboard.type('9876543210FEDCBA87654321@techacct.adobe.com');
    await pressOn(page, goOn(page, 'Credentials'));
    await expect(box(page, 'Add metascopes'), 'what is missing is told where it is typed').toBeFocused();
    await expect(box(page, 'Add metascopes')).toHaveAccessibleDescription(/metascope/i);
    await pressOn(page, button(page, 'Add by service…'), 'Shift+Tab');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(button(page, 'Add by service…')).toBeFocused();
    await pressOn(page, button(page, 'Advanced'));
    const lifetime = box(page, 'Lifetime of the JWT (minutes)');
    await tabTo(page, lifetime);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('2000');
    await page.keyboard.press('Tab');
    await expect(lifetime).toHaveAttribute('aria-invalid', 'true');
    await pressOn(page, button(page, 'Use 5'));
    await expect(button(page, 'Use 5')).toHaveCount(0);
    await expect(lifetime, 'the button is gone, the field is there').toBeFocused();
    await pressOn(page, goOn(page, 'Credentials'));
    await expect(button(page, 'Test')).toBeFocused();
  });

  test('a tag that is removed leaves the focus among the others', async ({ page }) => {
    await pressOn(page, step(page, 'Credentials'));
    const scopes = page.getByRole('grid', { name: 'Scopes' });
    await tabTo(page, box(page, 'Add scopes'));
    await page.keyboard.type('one,two,');
    await expect(scopes.getByRole('row', { name: 'two' })).toBeVisible();
    await tabTo(page, scopes.getByRole('row', { name: 'two' }), 'Shift+Tab');
    await page.keyboard.press('Delete');
    await expect(scopes.getByRole('row', { name: 'two' })).toHaveCount(0);
    await expect(scopes.getByRole('row', { name: 'one' })).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(page.getByText('None yet')).toBeVisible();
    await expect(page.locator('[data-field=scopes] :focus')).toHaveCount(1);
  });

  test('a practice workspace fills it in, and leads to what is next, to the test, and out again', async ({ page }) => {
    await tabTo(page, button(page, 'Practice workspace: OAuth Server-to-Server'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /Key size/ })).toBeFocused();
    await page.route('**/rpc/draft_register_certificate', (route) =>
      route.fulfill({
        status: 422,
        json: { code: 'unreachable', title: 'No', message: 'No.', nextStep: 'No.', detail: null },
      }),
    );
    await pressOn(page, button(page, 'Generate'));
    await expect(region(page, 'Certificate')).toBeFocused();
    await page.unroute('**/rpc/draft_register_certificate');
    await pressOn(page, button(page, 'Register with the practice console'));
    await expect(page.getByText('Registered with the practice console')).toBeVisible();
    await expect(region(page, 'Certificate'), 'the button is gone').toBeFocused();
    await pressOn(page, goOn(page, 'Key and certificate'));
    await expect(button(page, 'Test')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(region(page, 'Test').getByRole('status')).toHaveText('All checks passed');
    await expect(button(page, 'Test')).toBeFocused();
    await pressOn(page, button(page, 'Discard draft'), 'Shift+Tab');
    await expect(box(page, 'Name')).toHaveValue('');
    await expect(box(page, 'Name')).toBeFocused();
    await tabTo(page, button(page, 'Practice workspace: Service account (JWT)'), 'Shift+Tab');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(button(page, 'Test'), 'nothing is missing').toBeFocused();
    await pressOn(page, button(page, 'Save'));
    await expect(page.getByRole('row')).toHaveCount(2);
  });
});
