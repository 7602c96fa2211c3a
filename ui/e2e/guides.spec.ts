import { expectAccessible } from './accessible.ts';
import { expect, test, type Page } from './desk.ts';
import { forgetConsoleLink, nextStep, savePractice } from './guiding.ts';
import { goTo } from './practice.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const confirmed = (page: Page, name: string) => page.getByRole('alertdialog').getByRole('button', { name }).click();

/** Opens a guide from its integration's page, by the button with this label. */
async function begin(page: Page, integration: string, label: string): Promise<void> {
  await goTo(page, `/integrations/${integration}`);
  await press(page, label);
}

test.describe('the client secret', () => {
  test('is rotated from start to end, and an access token can be had all the time', async ({ page, desk }) => {
    const integration = await savePractice(desk.call, 'oauthServerToServer');
    const works = () => desk.call('token_renew', { integration });
    await begin(page, integration, 'Rotate the client secret');
    await expect(nextStep(page)).toContainText('Add a new client secret');
    await expectAccessible(page);
    await press(page, 'Add a client secret');
    await expect(nextStep(page).getByRole('heading', { level: 2 })).toHaveText('Try the new client secret');
    await expect(nextStep(page).getByRole('heading', { level: 2 })).toBeFocused();
    await works();
    await press(page, 'Request an access token');
    await expect(nextStep(page)).toContainText('Take it into use');
    await works();
    await press(page, 'Use the new client secret');
    await expect(nextStep(page)).toContainText('Retire the old client secret');
    await works();
    const old = page.getByRole('row').filter({ hasText: 'not in use here' });
    await expectAccessible(page);
    await old.getByRole('button', { name: /^Delete the client secret made on/ }).click();
    await expect(page.getByRole('alertdialog')).toContainText('Adobe cannot restore it');
    await confirmed(page, 'Delete');
    await expect(nextStep(page).getByRole('heading', { level: 2 })).toHaveText('Finish');
    await press(page, 'Finish…');
    await confirmed(page, 'Finish');
    await expect(page.getByText('The rotation is finished.')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Credentials' })).toBeVisible();
    await works();
  });

  test('can be left half way, is told in the list and on the page, and goes on where it was', async ({
    page,
    desk,
  }) => {
    const integration = await savePractice(desk.call, 'oauthServerToServer');
    await begin(page, integration, 'Rotate the client secret');
    await press(page, 'Add a client secret');
    await expect(nextStep(page)).toContainText('Try the new client secret');
    await page.getByRole('link', { name: 'Integrations' }).click();
    await expect(page.getByRole('link', { name: 'Client secret rotation under way' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('row').nth(1).getByRole('rowheader').click();
    const underWay = page.getByRole('region', { name: 'Client secret rotation' });
    await expect(underWay).toContainText('step 3 of 6, Try the new client secret');
    await underWay.getByRole('button').click();
    await expect(nextStep(page)).toContainText('Try the new client secret');
  });

  test('that is wrong is explained, the old one stays in use, and cancelling leaves all as it was', async ({
    page,
    desk,
  }) => {
    const integration = await savePractice(desk.call, 'oauthServerToServer');
    await begin(page, integration, 'Rotate the client secret');
    await press(page, 'Enter a client secret from Developer Console');
    const secret = 'p8e-AbCdEfGhIjKlMnOpQrStUvWxYz012345';
    await page.getByLabel('New client secret').fill(secret);
    await press(page, 'Use this client secret');
    await expect(nextStep(page)).toContainText('Try the new client secret');
    await press(page, 'Request an access token');
    await expect(nextStep(page).getByRole('alert')).toBeVisible();
    await expect(nextStep(page).getByLabel('Failed')).toBeVisible();
    expect(await page.content()).not.toContain(secret);
    await expectAccessible(page);
    await desk.call('token_renew', { integration });
    await press(page, 'Cancel the rotation…');
    await confirmed(page, 'Cancel the rotation');
    await expect(page.getByText('The rotation is cancelled.')).toBeVisible();
    const [row] = (await desk.call('integrations_list', null)) as { guides: { begun: boolean }[] }[];
    expect(row?.guides.some(({ begun }) => begun)).toBe(false);
  });

  test('that is refused stays in its field', async ({ page, desk }) => {
    const integration = await savePractice(desk.call, 'oauthServerToServer');
    await begin(page, integration, 'Rotate the client secret');
    await press(page, 'Enter a client secret from Developer Console');
    await page.getByLabel('New client secret').fill('two words');
    await page.keyboard.press('Enter');
    await expect(nextStep(page).getByRole('alert')).toBeVisible();
    await expect(page.getByLabel('New client secret')).toHaveValue('two words');
  });
});

test('the certificate is renewed from start to end, and an access token can be had all the time', async ({
  page,
  desk,
}) => {
  const integration = await savePractice(desk.call, 'serviceAccount');
  const works = () => desk.call('token_renew', { integration });
  const certificate = async () => {
    const [row] = (await desk.call('integrations_list', null)) as { certificate: { sha1: string } }[];
    return row?.certificate.sha1;
  };
  const before = await certificate();
  await begin(page, integration, 'Renew the certificate');
  await press(page, 'Generate');
  await expect(nextStep(page)).toContainText('Register the new certificate');
  await expectAccessible(page);
  await works();
  await press(page, 'Register the certificate');
  await expect(nextStep(page)).toContainText('Try the new key');
  await press(page, 'Request an access token');
  await expect(nextStep(page)).toContainText('Take it into use');
  await works();
  expect(await certificate()).toBe(before);
  await press(page, 'Use the new certificate');
  await expect(nextStep(page)).toContainText('Retire the old certificate');
  await works();
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /^Retire the certificate/ })
    .first()
    .click();
  await confirmed(page, 'Retire');
  await expect(nextStep(page).getByRole('heading', { level: 2 })).toHaveText('Finish');
  await press(page, 'Finish…');
  await confirmed(page, 'Finish');
  await expect(page.getByText('The renewal is finished.')).toBeVisible();
  const after = await certificate();
  expect(after).not.toBe(before);
  await expect(page.getByRole('region', { name: 'Key and certificate' }).getByText(after ?? '')).toBeVisible();
  await works();
});

test('a new certificate that is not registered is told apart, and going back is possible', async ({ page, desk }) => {
  const integration = await savePractice(desk.call, 'serviceAccount');
  await begin(page, integration, 'Renew the certificate');
  await press(page, 'Generate');
  await press(page, 'I have done this');
  await press(page, 'Request an access token');
  await expect(nextStep(page).getByRole('alert')).toContainText('signature');
  await press(page, 'Register the certificate');
  await press(page, 'Request an access token');
  await press(page, 'Use the new certificate');
  await press(page, 'Go back to the old certificate');
  await expect(nextStep(page)).toContainText('Take it into use');
  await desk.call('token_renew', { integration });
});

test('a service account becomes OAuth Server-to-Server, and an access token can be had all the time', async ({
  page,
  desk,
}) => {
  const integration = await savePractice(desk.call, 'serviceAccount');
  const works = () => desk.call('token_renew', { integration });
  await begin(page, integration, 'Migrate to OAuth Server-to-Server');
  await expectAccessible(page);
  await press(page, 'Start the migration');
  await expect(nextStep(page)).toContainText(/Choose scopes|Try the new credential/);
  if ((await nextStep(page).textContent())?.includes('Choose scopes')) {
    await expectAccessible(page);
    await press(page, 'Use these scopes');
  }
  await works();
  await press(page, 'Request an access token');
  await press(page, 'Use OAuth Server-to-Server');
  await expect(nextStep(page)).toContainText('End the service account');
  await works();
  await press(page, 'End the service account…');
  await expect(page.getByRole('alertdialog')).toContainText('cannot be undone');
  await confirmed(page, 'End the service account');
  await press(page, 'Finish…');
  await confirmed(page, 'Finish');
  await expect(
    page.getByRole('region', { name: 'Kind' }).getByText('OAuth Server-to-Server', { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Key and certificate' })).toHaveCount(0);
  await works();
});

test('where Developer Console cannot be asked, a note says why, and its address mends that', async ({ page, desk }) => {
  const integration = await savePractice(desk.call, 'oauthServerToServer');
  const place = await forgetConsoleLink(desk.call, integration);
  await begin(page, integration, 'Rotate the client secret');
  await expect(page.getByRole('note')).toContainText('Where the credential is in Developer Console is not known');
  await expectAccessible(page);
  const address = page.getByLabel('Address of the credential in Developer Console');
  await address.fill('nonsense');
  await page.keyboard.press('Enter');
  await expect(nextStep(page).getByRole('alert')).toBeVisible();
  await expect(address).toHaveValue('nonsense');
  await address.fill(place);
  await press(page, 'Use this address');
  await expect(nextStep(page)).toContainText('Add a new client secret');
  await expect(page.getByRole('note')).toHaveCount(0);
});

test('a migration by hand asks for the scopes, and what was not done in the console is found out', async ({
  page,
  desk,
}) => {
  const integration = await savePractice(desk.call, 'serviceAccount');
  await forgetConsoleLink(desk.call, integration);
  await begin(page, integration, 'Migrate to OAuth Server-to-Server');
  await press(page, 'I have done this');
  await expect(nextStep(page)).toContainText('Choose scopes');
  await page.getByLabel('Add scopes').fill('openid, AdobeID, read_organizations');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: 'openid' })).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Use these scopes');
  await press(page, 'Request an access token');
  await expect(nextStep(page).getByRole('alert')).toBeVisible();
  await desk.call('token_renew', { integration });
});

test('a guide that the integration does not have says so, and leads back', async ({ page, desk }) => {
  const integration = await savePractice(desk.call, 'oauthServerToServer');
  await goTo(page, `/integrations/${integration}/certificate`);
  await expect(page.getByRole('alert')).toContainText('no such guide');
  await press(page, 'Back to the integration');
  await expect(page.getByRole('region', { name: 'Credentials' })).toBeVisible();
});
