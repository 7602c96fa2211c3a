import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';

test('a chosen theme holds, whatever the system says, and over a restart of the page', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click();
  const saved = page.waitForResponse('**/rpc/settings_save');
  await page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await expect.poll(ground).toBe('dark');
  await saved;
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect.poll(ground).toBe('dark');
  await page.getByRole('radio', { name: 'Light' }).click({ force: true });
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

test('network settings are saved with all the others, and survive a restart of the page', async ({ page, desk }) => {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  const network = page.getByRole('region', { name: 'Network' });
  await expect(network.getByRole('radio', { name: 'As the system' })).toBeChecked();
  await expect(network.getByRole('button', { name: 'Save' })).toBeDisabled();
  await network.getByRole('radio', { name: 'This address' }).check({ force: true });
  await network.getByRole('textbox', { name: 'Address of the proxy' }).fill('http://127.0.0.1:3128');
  await expectAccessible(page);
  await network.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Network settings are saved.')).toBeVisible();
  await expect(network.getByRole('button', { name: 'Save' })).toBeDisabled();
  await page.reload();
  await expect(network.getByRole('textbox', { name: 'Address of the proxy' })).toHaveValue('http://127.0.0.1:3128');
  const { settings } = (await desk.call('app_info', null)) as { settings: unknown };
  expect(settings).toMatchObject({
    theme: 'dark',
    network: { proxy: { use: 'custom', url: 'http://127.0.0.1:3128' } },
  });
});

test('a connection that fails says why, and keeps what was typed', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click();
  const network = page.getByRole('region', { name: 'Network' });
  await network.getByRole('radio', { name: 'This address' }).check({ force: true });
  await network.getByRole('textbox', { name: 'Address of the proxy' }).fill('no address');
  await network.getByRole('button', { name: 'Save' }).click();
  await expect(network.getByText('The proxy cannot be used')).toBeVisible();
  await expect(network.getByRole('textbox', { name: 'Address of the proxy' })).toHaveValue('no address');
  // Nothing listens on the port with the number 1.
  await network.getByRole('textbox', { name: 'Address of the proxy' }).fill('http://127.0.0.1:1');
  await network.getByRole('button', { name: 'Try the connection' }).click();
  await expect(network.getByRole('heading', { name: /Adobe could not/ })).toBeVisible();
  await expect(network.getByRole('textbox', { name: 'Address of the proxy' })).toHaveValue('http://127.0.0.1:1');
  await expectAccessible(page);
});

test('a connection that works names the host, the proxy and the clock', async ({ page }) => {
  await page.route('**/rpc/network_try', (route) =>
    route.fulfill({ json: { host: 'ims-na1.adobelogin.com', proxy: null, clockAheadSeconds: -30 } }),
  );
  await page.getByRole('link', { name: 'Settings' }).click();
  const network = page.getByRole('region', { name: 'Network' });
  await network.getByRole('button', { name: 'Try the connection' }).click();
  await expect(network.getByText('ims-na1.adobelogin.com answered')).toBeVisible();
  await expect(network.getByText('No proxy in between. This computer’s clock is 30 seconds ahead.')).toBeVisible();
  await network.getByRole('radio', { name: 'None' }).check({ force: true });
  await expect(network.getByText('ims-na1.adobelogin.com answered')).toHaveCount(0);
});
