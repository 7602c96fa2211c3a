import { expectAccessible } from './accessible.ts';
import { expect, test, type Page } from './desk.ts';
import { goTo } from './practice.ts';

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

  test('opening one shows what is known of it, and nothing can be changed by accident', async ({ page }) => {
    await page.getByRole('row').nth(1).getByRole('rowheader').click();
    await expect(page.getByRole('region', { name: 'Access token' }).getByText(/hours left/)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Credentials' }).getByText('•••• kept')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Name and organization' }).getByText(/@AdobeOrg$/)).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expectAccessible(page);
  });

  test('editing opens the steps folded, and a changed name is saved', async ({ page }) => {
    await page.getByRole('row').nth(1).getByRole('rowheader').click();
    await page.getByRole('button', { name: 'Edit' }).click();
    await expect(page.getByRole('button', { name: 'Name and organization' })).toHaveAttribute('aria-expanded', 'false');
    await page.getByRole('button', { name: 'Name and organization' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Renamed');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Renamed', level: 1 })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Name and organization' }).getByText('Renamed')).toBeVisible();
  });

  test('discarding what was edited leads back to the integration as it was', async ({ page }) => {
    await page.getByRole('row').nth(1).getByRole('rowheader').click();
    const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('button', { name: 'Name and organization' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Thrown away');
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await expect(page.getByRole('region', { name: 'Name and organization' }).getByText(name)).toBeVisible();
  });

  test('deleting names the sessions that are open', async ({ page, desk }) => {
    const { integration, session } = (await desk.call('practice_try', null)) as Record<string, string>;
    const { name } = (await desk.call('view_open', { integration, session })) as { name: string };
    await expect(page.getByRole('region', { name: 'Open sessions' }).getByText(name).first()).toBeVisible();
    await page.getByRole('row').nth(1).getByRole('rowheader').click();
    await page.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await expect(page.getByRole('alertdialog')).toContainText(name);
  });

  test('the command palette does what the integration at hand can do', async ({ page }) => {
    await page.getByRole('row').nth(1).getByRole('rowheader').click();
    await expect(page.getByRole('region', { name: 'Access token' })).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Renew access');
    await page.keyboard.press('Enter');
    await expect(page.getByText('has a new access token')).toBeVisible();
  });
});

test('an address of an integration that is gone says so, and leads on', async ({ page }) => {
  await goTo(page, '/integrations/00000000-0000-4000-8000-000000000000');
  await expect(page.getByRole('heading', { name: 'This integration is not here any more' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'All integrations' }).click();
  await expect(page.getByRole('heading', { name: 'Integrations', level: 1 })).toBeVisible();
});

/** A service account of Adobe's as the program would tell of it, with a certificate that ends after so many days. */
function serviceAccount(days: number): unknown {
  const notAfter = Date.now() + days * 24 * 60 * 60 * 1000 + 60_000;
  return {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Acme Mobile',
    kind: 'serviceAccount',
    environment: 'adobe',
    organizationId: '1234567890ABCDEF12345678@AdobeOrg',
    clientId: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
    technicalAccountId: '0011223344556677AABBCCDD@techacct.adobe.com',
    scopes: ['https://ims-na1.adobelogin.com/s/ent_dataservices_sdk'],
    health: { state: 'ready' },
    tokenExpiresAt: null,
    certificate: {
      sha1: '84a06e0e6ad1bb822b2b14f6e628d6f46099f06d',
      sha256: '9b1f3c0ad8b7c1a0e5f6d7c8b9a0112233445566778899aabbccddeeff001122',
      subject: '/CN=Acme Mobile',
      bits: 2048,
      notBefore: notAfter - 365 * 24 * 60 * 60 * 1000,
      notAfter,
    },
    lastUsedAt: null,
    guides: [
      { guide: 'certificate', begun: false },
      { guide: 'migration', begun: false },
    ],
  };
}

test.describe('with a service account of Adobe', () => {
  const withCertificateFor = async (page: Page, days: number) => {
    await page.route('**/rpc/integrations_list', (route) => route.fulfill({ json: [serviceAccount(days)] }));
    await page.reload();
    await goTo(page, '/integrations/00000000-0000-4000-8000-000000000001');
  };

  test('it says that Adobe ended them, and offers the migration', async ({ page }) => {
    await withCertificateFor(page, 200);
    const note = page.getByRole('note', { name: 'Adobe ended service accounts' });
    await expect(note).toBeVisible();
    await expect(note.getByRole('button', { name: 'Migrate to OAuth Server-to-Server' })).toBeVisible();
    await expect(
      page.getByRole('region', { name: 'Certificate', exact: true }).getByText('200 days left'),
    ).toBeVisible();
    const certificate = page.getByRole('region', { name: 'Key and certificate' });
    for (const fact of ['84a06e0e6ad1bb822b2b14f6e628d6f46099f06d', '/CN=Acme Mobile', 'RSA 2048']) {
      await expect(certificate.getByText(fact)).toBeVisible();
    }
    await expectAccessible(page);
  });

  test('a certificate that ends soon is marked, here and in the list', async ({ page }) => {
    await withCertificateFor(page, 20);
    const card = page.getByRole('region', { name: 'Certificate', exact: true });
    await expect(card.getByText('20 days left')).toBeVisible();
    await expect(card.getByLabel('Soon')).toBeVisible();
    await expect(card.getByRole('button', { name: 'Renew the certificate' })).toBeVisible();
    await goTo(page, '/integrations');
    await expect(page.getByRole('row').nth(1).getByLabel('Soon')).toBeVisible();
    await expectAccessible(page);
  });
});
