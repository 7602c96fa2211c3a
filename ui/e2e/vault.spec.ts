import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';

test.use({ passphrase: null });

test('on a machine without a keychain the user chooses a passphrase, and all places open', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Choose a passphrase' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Passphrase', { exact: true }).fill('correct horse');
  await page.getByLabel('Passphrase again').fill('correct hose');
  await page.getByLabel('Passphrase', { exact: true }).focus();
  await expect(page.getByText('The two passphrases are different.')).toBeVisible();
  await page.getByLabel('Passphrase again').fill('correct horse');
  await page.getByRole('button', { name: 'Create vault' }).click();
  await expect(page.getByRole('button', { name: 'Try it' })).toBeVisible();
});

test('a passphrase that is too short is refused with what to do', async ({ page }) => {
  await page.getByLabel('Passphrase', { exact: true }).fill('short');
  await page.getByLabel('Passphrase again').fill('short');
  await page.getByRole('button', { name: 'Create vault' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('short');
});
