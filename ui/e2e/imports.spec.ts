import { expectAccessible } from './accessible.ts';
import {
  clientId,
  encryptedKey,
  lettingDrop,
  organization,
  paste,
  secret,
  serviceAccount,
  withKeyFiles,
  workspace,
} from './credentials.ts';
import { expect, test, type Page } from './desk.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const files = (page: Page) => dialog(page).getByRole('region', { name: 'Files' }).getByRole('listitem');
const found = (page: Page) => dialog(page).getByRole('region', { name: 'Found' }).getByRole('article');

/** Opens the import from Home; the field for a text has the focus, since a browser has no file dialog. */
async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I have a file' }).click();
  await expect(dialog(page).getByRole('textbox', { name: 'Paste a text' })).toBeFocused();
  await expect(dialog(page).getByRole('button', { name: 'Choose files…' })).toHaveCount(0);
}

async function pasteMore(page: Page, text: string): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Paste text…' }).click();
  await expect(dialog(page).getByRole('textbox', { name: 'Paste a text' })).toBeFocused();
  await paste(page, text);
}

test('a workspace without its secret: the preview says what is missing, the wizard asks for that', async ({ page }) => {
  await openImport(page);
  await expectAccessible(page);
  await paste(page, workspace([]));
  await expect(found(page)).toContainText(organization);
  await expect(found(page)).toContainText(clientId);
  await expect(found(page)).toContainText('Still needed: Client secret.');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'New integration', level: 1 })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveValue(clientId);
  await expect(page.getByLabel('Client secret')).toBeFocused();
});

test('a complete workspace can be tested and saved at once, and its secret is never shown', async ({ page }) => {
  await openImport(page);
  await paste(page, workspace([secret]));
  await expect(found(page)).toContainText('Nothing is missing.');
  expect(await page.content()).not.toContain(secret);
  await dialog(page).getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('button', { name: 'Test', exact: true })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Credentials' })).toContainText('client secret kept');
  expect(await page.content()).not.toContain(secret);
});

test('several texts make up one integration', async ({ page }) => {
  await withKeyFiles(async ({ key, certificate }) => {
    await openImport(page);
    await paste(page, serviceAccount);
    await expect(found(page)).toContainText(/Still needed: .*Private key/);
    await pasteMore(page, key);
    await expect(files(page)).toHaveCount(2);
    await paste(page, certificate);
    await expect(files(page)).toHaveCount(3);
    await expect(found(page)).toHaveCount(1);
    await expect(found(page)).toContainText('the key belongs to it');
    expect(await page.content()).not.toContain(key.split('\n')[1]);
  });
});

test('an encrypted key asks for its passphrase; a wrong one is told and stays', async ({ page }) => {
  await openImport(page);
  await paste(page, encryptedKey('open sesame'));
  const passphrase = dialog(page).getByLabel(/^Passphrase of/);
  await expect(passphrase).toBeFocused();
  await passphrase.fill('open barley');
  await passphrase.press('Enter');
  await expect(passphrase).toHaveAttribute('aria-invalid', 'true');
  await expect(passphrase).toHaveValue('open barley');
  await expectAccessible(page);
  await passphrase.fill('open sesame');
  await passphrase.press('Enter');
  await expect(files(page).getByLabel('Understood')).toBeVisible();
  await expect(found(page)).toContainText('RSA 2048');
  await expect(dialog(page).getByRole('button', { name: 'Continue' })).toBeFocused();
});

test('what is not usable says why, and can be left out', async ({ page }) => {
  await openImport(page);
  await paste(page, '<!DOCTYPE html><html><body>Sign in</body></html>');
  await expect(files(page).getByLabel('Not usable')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Continue' })).toBeDisabled();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Leave out Pasted text' }).click();
  await expect(dialog(page).getByRole('textbox', { name: 'Paste a text' })).toBeVisible();
  await expect(files(page)).toHaveCount(0);
});

test('one of several credentials is chosen', async ({ page }) => {
  await openImport(page);
  await paste(page, workspace([secret]));
  await expect(found(page)).toHaveCount(1);
  await pasteMore(page, workspace([secret]).replaceAll(clientId, 'fedcba9876543210fedcba9876543210'));
  await expect(found(page)).toHaveCount(2);
  await expectAccessible(page);
  await found(page).nth(1).getByRole('radio').press('Space');
  await dialog(page).getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Credentials' }).click();
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveValue('fedcba9876543210fedcba9876543210');
});

test('closing forgets what was read', async ({ page }) => {
  await openImport(page);
  await paste(page, workspace([secret]));
  await expect(found(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await openImport(page);
  await expect(files(page)).toHaveCount(0);
});

test('dropped files are shown in any place, and become an integration', async ({ page }) => {
  const drop = await lettingDrop(page);
  await withKeyFiles(async ({ paths }) => {
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
    await drop(paths);
    await expect(files(page)).toHaveCount(2);
    await expect(found(page)).toContainText('the key belongs to it');
    await dialog(page).getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Key and certificate' })).toContainText('SHA-1');
  });
});

test('the palette and the list of integrations lead to the import', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('import');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('heading', { name: 'Import what you have' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Integrations' }).click();
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(dialog(page).getByRole('heading', { name: 'Import what you have' })).toBeVisible();
});

test.describe('in the wizard', () => {
  test.beforeEach(async ({ page }) => {
    await page.getByRole('button', { name: 'Connect my organization' }).click();
  });

  test('a whole JSON pasted into a field is offered, never taken over silently', async ({ page }) => {
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill('Mine');
    await paste(page, workspace([]));
    await expect(dialog(page).getByRole('heading', { name: 'Fill in from what you have' })).toBeVisible();
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(name).toHaveValue('Mine');
    await expect(page.getByRole('textbox', { name: 'Organization ID' })).toHaveValue('');

    await name.focus();
    await paste(page, workspace([]));
    await dialog(page).getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByLabel('Client secret')).toBeFocused();
    await expect(page.getByRole('button', { name: 'Name and organization' })).toContainText('@AdobeOrg');
  });

  test('a value is pasted as ever', async ({ page }) => {
    await page.getByRole('textbox', { name: 'Name' }).focus();
    await paste(page, organization);
    await expect(dialog(page)).toHaveCount(0);
  });

  test('a dropped key that is asked for is taken over at once', async ({ page }) => {
    const drop = await lettingDrop(page);
    await withKeyFiles(async ({ paths }) => {
      await page.getByRole('button', { name: 'Practice workspace: Service account (JWT)' }).click();
      await expect(page.getByRole('button', { name: 'Generate' })).toBeVisible();
      await drop(paths);
      await expect(page.getByText('Registered with the practice console')).toBeVisible();
      await expect(page.getByRole('region', { name: 'Certificate', exact: true })).toBeFocused();
      await expect(dialog(page)).toHaveCount(0);
    });
  });

  test('for a key without a certificate, one is made', async ({ page }) => {
    await withKeyFiles(async ({ key }) => {
      await page.getByRole('button', { name: 'Practice workspace: Service account (JWT)' }).click();
      await page.getByRole('button', { name: 'I have a key' }).click();
      await page.getByRole('button', { name: 'Paste text…' }).click();
      await expect(dialog(page).getByRole('textbox', { name: 'Paste a text' })).toBeFocused();
      await paste(page, key);
      await dialog(page).getByRole('button', { name: 'Continue' }).click();
      const step = page.getByRole('button', { name: 'Key and certificate' });
      await expect(step).toContainText('RSA 2048, without a certificate');
      await step.click();
      await expect(page.getByText('A private key of 2048 bits is kept.')).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Make its certificate' }).click();
      await expect(page.getByText('Registered with the practice console')).toBeVisible();
    });
  });

  test('leaving keeps what was imported', async ({ page }) => {
    await page.getByRole('textbox', { name: 'Name' }).focus();
    await paste(page, workspace([secret]));
    await dialog(page).getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('button', { name: 'Credentials' })).toContainText('client secret kept');
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Integrations' }).click();
    await page.getByRole('button', { name: 'New integration' }).click();
    await expect(page.getByRole('button', { name: 'Credentials' })).toContainText('client secret kept');
  });
});
