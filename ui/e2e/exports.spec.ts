import { expectAccessible } from './accessible.ts';
import { expect } from './desk.ts';
import { chooseFromActions, test } from './service-account.ts';

let account: { integration: string; name: string };

test.beforeEach(async ({ page, makeServiceAccount }) => {
  account = await makeServiceAccount(365);
  await page.getByRole('link', { name: 'Integrations' }).first().click();
});

test('an export shows each format, without secrets until they are asked for', async ({ page }) => {
  await chooseFromActions(page, account.name, 'Export…');
  const dialog = page.getByRole('dialog', { name: `Export ${account.name}` });
  const preview = dialog.getByRole('textbox', { name: /^Preview of/ });
  await expect(preview).toHaveValue(/IMS_ORG/);
  await expect(dialog.getByRole('switch')).not.toBeChecked();
  await expect(dialog.getByText('Readable by whoever has it')).toHaveCount(0);
  await expectAccessible(page);

  for (const [format, text] of [
    ['.env file', '='],
    ['aio context', 'ims_org_id'],
    ['aepp configuration', 'org_id'],
    ['jwt-auth options', 'technicalAccountId'],
    ['curl commands', 'curl'],
  ] as const) {
    await dialog.getByRole('button', { name: /Format/ }).click();
    await page.getByRole('option', { name: format }).click();
    await expect(preview).toHaveValue(new RegExp(text));
  }
});

test('secrets are named before they are written, and never shown', async ({ page }) => {
  await chooseFromActions(page, account.name, 'Export…');
  const dialog = page.getByRole('dialog', { name: `Export ${account.name}` });
  const preview = dialog.getByRole('textbox', { name: /^Preview of/ });
  await expect(preview).toHaveValue(/IMS_ORG/);
  await dialog.getByRole('switch', { name: 'Write secrets too' }).press(' ');
  await expect(dialog.getByText(/Readable by whoever has it: .*client secret/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save with secrets…' })).toBeVisible();
  await expect(preview).not.toHaveValue(/MII/);
  await expectAccessible(page);
  // The choice is made anew each time.
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  await chooseFromActions(page, account.name, 'Export…');
  await expect(dialog.getByRole('switch')).not.toBeChecked();
});

test('what the browser cannot do is said in the dialog, which keeps what was chosen', async ({ page }) => {
  await chooseFromActions(page, account.name, 'Export…');
  const dialog = page.getByRole('dialog', { name: `Export ${account.name}` });
  await dialog.getByRole('button', { name: /Format/ }).click();
  await page.getByRole('option', { name: 'curl commands' }).click();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByText('Only the desktop window can do this')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /curl commands/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('a private key is exported encrypted unless the user says otherwise; a weak passphrase stays typed', async ({
  page,
}) => {
  await chooseFromActions(page, account.name, 'Export private key…');
  const dialog = page.getByRole('dialog', { name: /private key/ });
  const save = dialog.getByRole('button', { name: 'Save private key…' });
  await expect(dialog.getByRole('radio', { name: 'PEM, encrypted' })).toBeChecked();
  await expect(save).toBeDisabled();
  const passphrase = dialog.getByRole('textbox', { name: 'Passphrase', exact: true });
  const again = dialog.getByRole('textbox', { name: 'Passphrase again' });
  await passphrase.fill('short');
  await again.fill('shirt');
  await passphrase.focus();
  await expect(dialog.getByText('The two passphrases are different.')).toBeVisible();
  await expect(save).toBeDisabled();
  await again.fill('short');
  await save.click();
  await expect(dialog.getByText('The passphrase needs at least 8 characters.')).toBeVisible();
  await expect(passphrase).toHaveValue('short');
  await expectAccessible(page);
  await dialog.getByRole('radio', { name: 'PEM, not encrypted' }).check({ force: true });
  await expect(passphrase).toHaveCount(0);
  await expect(save).toBeEnabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  await chooseFromActions(page, account.name, 'Export private key…');
  await expect(passphrase).toHaveValue('');
});

test('an OAuth Server-to-Server integration has no key to export, and no JWT', async ({ page, desk }) => {
  const { integration } = (await desk.call('practice_try', null)) as { integration: string };
  const rows = (await desk.call('integrations_list', null)) as { id: string; name: string; kind: string }[];
  const oauth = rows.find(({ id }) => id === integration);
  expect(oauth?.kind).toBe('oauthServerToServer');
  await page.getByRole('button', { name: `Actions for ${oauth?.name}`, exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Export…' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Export private key…' })).toHaveCount(0);
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Format/ })
    .click();
  await expect(page.getByRole('option', { name: 'curl commands' })).toBeVisible();
  await expect(page.getByRole('option', { name: 'jwt-auth options' })).toHaveCount(0);
});
