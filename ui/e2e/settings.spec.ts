import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';

test('a chosen theme holds, whatever the system says, and over a restart of the page', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await expect.poll(ground).toBe('dark');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect.poll(ground).toBe('dark');
  await page.getByRole('radio', { name: 'Light' }).check({ force: true });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ground).toBe('light');
});

test('Settings tells where secrets are and that the program is independent', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText('Sealed in one file with your passphrase.')).toBeVisible();
  await expect(page.getByText('not made, endorsed or supported by Adobe')).toBeVisible();
  await expectAccessible(page);
});

test('Practice tells what the practice workspace is, and opens a session of it', async ({ page }) => {
  await page.getByRole('link', { name: 'Practice' }).click();
  await expect(page.getByText('stand-in for Adobe')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open a practice session' }).click();
  await expect(page).toHaveURL(/#\/session\//);
  await page.getByRole('navigation').getByRole('link', { name: 'Practice', exact: true }).click();
  await expect(page.getByText('Running')).toBeVisible();
  await expect(page.getByText('@AdobeOrg')).toBeVisible();
});
