import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';

test('a report shows every letter of it first, and what nobody wants in it is left out', async ({ page, desk }) => {
  await desk.call('page_defect', { message: 'TypeError: client_secret=p8e-never-seen is not a function' });
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('Report a problem');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Report a problem' });
  await expect(dialog.getByLabel('Contents of about.json')).toHaveValue(/"name": "Assurance Desk"/);
  const log = dialog.getByLabel('Contents of log.jsonl');
  await expect(log).toHaveValue(/the page met a defect/);
  await expect(log).not.toHaveValue(/never-seen/);
  await expectAccessible(page);

  await dialog.getByRole('checkbox', { name: 'log.jsonl' }).press('Space');
  await expect(log).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('Settings offer the report too', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Report a problem…' }).click();
  await expect(page.getByRole('dialog', { name: 'Report a problem' })).toBeVisible();
});

test('a damaged vault is told with the ways on, and a new one is started', async ({ page, desk }) => {
  const file = join(desk.data, 'vault.sealed');
  const sound = await readFile(file);
  await writeFile(file, sound.subarray(0, 100));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'The vault file is damaged' })).toBeVisible();
  await expectAccessible(page);

  await writeFile(file, sound);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Try it' })).toBeVisible();

  await writeFile(file, sound.subarray(0, 100));
  await page.reload();
  await page.getByRole('button', { name: 'Start a new vault…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Start a new vault' }).click();
  await expect(page.getByRole('button', { name: 'Try it' })).toBeVisible();
  expect(await readFile(join(desk.data, 'vault.sealed.set-aside-1'))).toEqual(sound.subarray(0, 100));
});

test('an older vault file is used only when the user says so', async ({ page, desk }) => {
  const file = join(desk.data, 'vault.sealed');
  const older = await readFile(file);
  const draft = (await desk.call('draft_open', { integration: null, practice: 'oauthServerToServer' })) as {
    id: string;
  };
  await desk.call('draft_change', { draft: draft.id, change: { clientSecret: 'p8e-another-one' } });
  await writeFile(file, older);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'The vault file is an older one' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use the older file' }).click();
  await expect(page.getByRole('button', { name: 'Try it' })).toBeVisible();
});
