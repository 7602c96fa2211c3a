import type { Locator } from '@playwright/test';
import { execFile, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expectAccessible } from './accessible.ts';
import { expect, program, test as base, type Desk, type Page } from './desk.ts';
import { startSigningProxy, type SigningProxy } from './signing-proxy.ts';

const userName = 'jane';
const password = 'over the: 100% moon@home';

const execute = promisify(execFile);

/** Opens the settings as they are by now. */
async function openNetwork(page: Page): Promise<Locator> {
  await page.reload();
  await page.getByRole('link', { name: 'Settings' }).click();
  return page.getByRole('region', { name: 'Network' });
}

interface Company {
  integration: string;
  proxy: SigningProxy;
}

interface Ready {
  ims: string;
}

/** A company's network: Adobe is reached through its proxy alone, and its certificate authority vouches for Adobe. */
const test = base.extend<{ company: Company }>({
  company: async ({ desk }, run) => {
    const { key, certificate, authority } = await certificates(desk.data);
    const adobe = spawn(program, ['practice', '--tls-cert', certificate, '--tls-key', key], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ready = await firstLine(adobe.stdout);
    const proxy = await startSigningProxy(userName, password, Number(new URL(ready.ims).port));
    const { integration } = (await desk.call('practice_try', null)) as { integration: string };
    await moveToCompany(desk, integration);
    await desk.call('settings_save', {
      theme: 'light',
      network: { proxy: { use: 'direct' }, certificateAuthorities: authority },
    });
    await run({ integration, proxy });
    proxy.close();
    adobe.kill();
  },
});

async function certificates(folder: string): Promise<{ key: string; certificate: string; authority: string }> {
  const at = (name: string): string => join(folder, name);
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const [key, certificate, authority] = [at('adobe.key'), at('adobe.pem'), at('company.pem')];
  const openssl = (...options: string[]) => execute('openssl', options);
  await openssl('req', '-x509', ...newKey, '-keyout', at('company.key'), '-out', authority, '-subj', '/CN=Acme');
  await openssl('req', ...newKey, '-keyout', key, '-out', at('adobe.csr'), '-subj', '/CN=Adobe of Acme');
  await writeFile(at('names'), 'subjectAltName=DNS:ims.invalid');
  const signed = ['-CA', authority, '-CAkey', at('company.key'), '-extfile', at('names'), '-out', certificate];
  await openssl('x509', '-req', '-in', at('adobe.csr'), ...signed);
  return { key, certificate, authority };
}

async function firstLine(output: NodeJS.ReadableStream): Promise<Ready> {
  for await (const line of createInterface({ input: output })) {
    if (line.startsWith('{')) return JSON.parse(line) as Ready;
  }
  throw new Error('assurance-desk practice stopped before it printed its address');
}

/** The window can type no such address. */
async function moveToCompany(desk: Desk, integration: string): Promise<void> {
  const path = join(desk.data, 'integrations.json');
  const file = JSON.parse(await readFile(path, 'utf8')) as { entries: { id: string; environment: unknown }[] };
  const address = 'https://ims.invalid';
  const custom = {
    ims: address,
    assurance: `${address}/graffias/graphql`,
    platform: address,
    tags: address,
    console: address,
  };
  for (const entry of file.entries.filter(({ id }) => id === integration)) entry.environment = { custom };
  await writeFile(path, JSON.stringify(file));
}

test('a proxy gets the user name and the password that were typed, and the page never sees it again', async ({
  page,
  desk,
  company: { integration, proxy },
}) => {
  const network = await openNetwork(page);
  const tryIt = network.getByRole('button', { name: 'Try the connection' });
  await network.getByRole('radio', { name: 'This address' }).check({ force: true });
  await network.getByRole('textbox', { name: 'Address of the proxy' }).fill(proxy.address);
  await tryIt.click();
  await expect(network.getByText(/wants a user name and password/)).toBeVisible();
  await expect(network.getByText(/Settings, Network/)).toBeVisible();
  await expectAccessible(page);

  await network.getByRole('textbox', { name: 'User name' }).fill(userName);
  const typed = network.getByRole('textbox', { name: 'Password' });
  await expect(typed).toHaveAttribute('type', 'password');
  await typed.fill(password);
  await tryIt.click();
  await expect(network.getByText('ims.invalid answered')).toBeVisible();
  await expect(network.getByText(`Through the proxy ${proxy.address}.`)).toBeVisible();
  await network.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Network settings are saved.')).toBeVisible();
  expect(proxy.seen).toEqual(['ims.invalid:443 407', 'ims.invalid:443 200']);

  await page.reload();
  await expect(network.getByRole('textbox', { name: 'Password' })).toHaveValue('•••• kept');
  await expect(network.getByRole('textbox', { name: 'User name' })).toHaveValue(userName);
  expect(JSON.stringify(await desk.call('app_info', null))).not.toContain(password);
  expect(await readFile(join(desk.data, 'settings.json'), 'utf8')).not.toContain(password);
  await desk.call('token_renew', { integration });
  expect(proxy.seen.at(-1)).toBe('ims.invalid:443 200');
});

test('a password that the proxy does not take is told, and another can be typed in its place', async ({
  page,
  desk,
  company: { integration, proxy },
}) => {
  await desk.call('proxy_password_save', { url: proxy.address, userName, password: 'of last year' });
  const { settings } = (await desk.call('app_info', null)) as { settings: { network: object } };
  const network = { ...settings.network, proxy: { use: 'custom', url: proxy.address, userName } };
  await desk.call('settings_save', { ...settings, network });
  await expect(desk.call('token_renew', { integration })).rejects.toThrow(/Settings, Network/);

  const region = await openNetwork(page);
  await region.getByRole('button', { name: 'Replace' }).click();
  await expect(region.getByRole('textbox', { name: 'Password' })).toBeFocused();
  await region.getByRole('textbox', { name: 'Password' }).fill(password);
  await region.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Network settings are saved.')).toBeVisible();
  await expect(region.getByRole('textbox', { name: 'Password' })).toHaveValue('•••• kept');
  await desk.call('token_renew', { integration });
  expect(proxy.seen.at(-1)).toBe('ims.invalid:443 200');
});
