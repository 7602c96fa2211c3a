import { createHmac } from 'node:crypto';
import { expectAccessible } from './accessible.ts';
import { expect, type Page } from './desk.ts';
import { goTo } from './practice.ts';
import { chooseFromActions, test } from './service-account.ts';

const MINUTE = 60;

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWT as somebody else might have made it. */
function foreignJwt(claims: Record<string, unknown>): string {
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', 'not a secret').update(signed).digest('base64url')}`;
}

const pasteField = (page: Page) => page.getByRole('textbox', { name: 'JWT or access token' });

async function compareWith(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Compare with/ }).click();
  await page.getByRole('option', { name }).click();
}

test('a pasted JWT is read at once: claims, times in words, findings', async ({ page }) => {
  await goTo(page, '/integrations/tokens');
  await expect(page.getByRole('heading', { name: 'No token yet' })).toBeVisible();
  await expectAccessible(page);
  const now = Math.floor(Date.now() / 1000);
  await pasteField(page).fill(
    `Bearer ${foreignJwt({ iss: '1234567890ABCDEF12345678@AdobeOrg', iat: now - 90 * MINUTE, exp: now - 30 * MINUTE })}`,
  );
  const claims = page.getByRole('table', { name: 'Claims' });
  await expect(claims.getByRole('row', { name: /^iss/ })).toContainText('1234567890ABCDEF12345678@AdobeOrg');
  await expect(claims.getByRole('row', { name: /^exp/ })).toContainText('30 minutes ago');
  await expect(page.getByText('Issued 1 hour ago')).toBeVisible();
  await expect(page.getByText('Ended 30 minutes ago')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Header' }).getByRole('row', { name: /^alg/ })).toContainText('HS256');
  const findings = page.getByRole('list', { name: 'What was checked' });
  await expect(findings.getByRole('listitem').first().getByRole('img', { name: 'Wrong' })).toBeVisible();
  await expectAccessible(page);
});

test('what is no token is explained, stays in the field, and goes when the field is emptied', async ({ page }) => {
  await goTo(page, '/integrations/tokens');
  await pasteField(page).fill('certainly no token');
  await expect(page.getByText('The token cannot be read')).toBeVisible();
  await expect(pasteField(page)).toHaveValue('certainly no token');
  await pasteField(page).fill('');
  await expect(page.getByRole('heading', { name: 'No token yet' })).toBeVisible();
});

test('the workbench is reached from Integrations and from the palette, and Back leaves it', async ({ page, desk }) => {
  await desk.call('practice_try', null);
  await page.getByRole('link', { name: 'Integrations' }).first().click();
  await page.getByRole('button', { name: 'Token workbench' }).click();
  await expect(page.getByRole('heading', { name: 'Token workbench', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('heading', { name: 'Integrations', level: 1 })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('token workb');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Token workbench', level: 1 })).toBeVisible();
});

test('"Inspect token" reads an integration’s own token, which never reaches the page', async ({
  page,
  makeServiceAccount,
}) => {
  const { name, integration } = await makeServiceAccount(365);
  await page.getByRole('link', { name: 'Integrations' }).first().click();
  const answer = page.waitForResponse('**/rpc/token_inspect_own');
  await chooseFromActions(page, name, 'Inspect token');
  await expect(page).toHaveURL(new RegExp(`#/integrations/tokens/${integration}$`));
  await expect(page.getByRole('heading', { name: `Access token of ${name}` })).toBeVisible();
  await expect(page.getByText('Decoded, not verified')).toBeVisible();
  await expect(pasteField(page)).toHaveValue('');
  // Three parts with dots between them would be a token.
  expect(await (await answer).text()).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/);
  await expectAccessible(page);
});

test('a token for somebody else is told when it is compared with an integration', async ({
  page,
  makeServiceAccount,
}) => {
  const { name } = await makeServiceAccount(365);
  await goTo(page, '/integrations/tokens');
  const now = Math.floor(Date.now() / 1000);
  await pasteField(page).fill(
    foreignJwt({
      iss: 'FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg',
      sub: '1@techacct.adobe.com',
      aud: 'https://ims-na1.adobelogin.com/c/somebody-else',
      exp: now + 5 * MINUTE,
    }),
  );
  const wrong = page.getByRole('list', { name: 'What was checked' }).getByRole('img', { name: 'Wrong' });
  await expect(page.getByRole('table', { name: 'Claims' })).toBeVisible();
  const before = await wrong.count();
  await compareWith(page, name);
  await expect.poll(() => wrong.count()).toBeGreaterThan(before);
});

test('a JWT is made for service accounts; the browser says that it has no clipboard for it', async ({
  page,
  makeServiceAccount,
}) => {
  const { name } = await makeServiceAccount(365);
  await goTo(page, '/integrations/tokens');
  const panel = page.getByRole('region', { name: 'Make a JWT' });
  await expect(panel).toHaveCount(0);
  await compareWith(page, name);
  await expect(panel.getByRole('textbox', { name: 'Lifetime (minutes)' })).toHaveValue('5');
  await panel.getByRole('button', { name: /^All \d+ metascopes$/ }).click();
  await panel.getByRole('checkbox').first().press(' ');
  await expect(panel.getByRole('button', { name: /^\d+ of \d+ metascopes$/ })).toBeVisible();
  await panel.getByRole('textbox', { name: 'Lifetime (minutes)' }).fill('15');
  await panel.getByRole('button', { name: 'Sign and copy' }).click();
  await expect(panel.getByText('Only the desktop window can do this')).toBeVisible();
  await expect(panel.getByRole('textbox', { name: 'Lifetime (minutes)' })).toHaveValue('15');
  await expectAccessible(page);
});
