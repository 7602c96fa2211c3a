import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { program, type Page } from './desk.ts';

export const organization = '8C6767C25245AD1A0A490D4C@AdobeOrg';
export const clientId = '0123456789abcdef0123456789abcdef';
export const secret = 'p8e-only-for-tests-0123456789abcdef';

/** A workspace with one OAuth Server-to-Server credential, as Developer Console gives it. */
export function workspace(clientSecrets: string[]): string {
  return JSON.stringify({
    project: {
      id: '4566206088344689001',
      name: 'acmeMobile',
      title: 'Acme Mobile',
      org: { id: '25591', name: 'Acme', ims_org_id: organization },
      workspace: {
        id: '4566206088344689002',
        name: 'Production',
        title: '',
        details: {
          credentials: [
            {
              id: '123456',
              name: 'OAuth of Acme Mobile',
              integration_type: 'oauth_server_to_server',
              oauth_server_to_server: {
                client_id: clientId,
                client_secrets: clientSecrets,
                technical_account_email: 'account@techacct.adobe.com',
                technical_account_id: '9876543210FEDCBA87654321@techacct.adobe.com',
                scopes: ['openid', 'AdobeID', 'read_organizations'],
              },
            },
          ],
          services: [],
        },
      },
    },
  });
}

/** A service account without its key, as Developer Console offers it for download. */
export const serviceAccount = JSON.stringify({
  CLIENT_SECRET: secret,
  API_KEY: clientId,
  ORG_ID: organization,
  TECHNICAL_ACCOUNT_ID: '9876543210FEDCBA87654321@techacct.adobe.com',
  TECHNICAL_ACCOUNT_EMAIL: 'account@techacct.adobe.com',
});

/** A private key that asks for a passphrase. */
export function encryptedKey(passphrase: string): string {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase },
  });
  return privateKey;
}

/** A key and its certificate, in a folder that is there while `run` runs. */
export async function withKeyFiles(
  run: (files: { key: string; certificate: string; paths: string[] }) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'assurance-desk-keys-'));
  try {
    await promisify(execFile)(program, ['keypair', '--out', folder]);
    const paths = [join(folder, 'private.key'), join(folder, 'certificate_pub.crt')];
    const [key, certificate] = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
    await run({ key: key ?? '', certificate: certificate ?? '', paths });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Pastes into what has the focus, as the keyboard does. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/**
 * Lets a test drop files: the window tells of that with a tick, and a browser has no window. To be called before what
 * is dropped on is shown, since the page is loaded anew.
 */
export async function lettingDrop(page: Page): Promise<(paths: string[]) => Promise<void>> {
  await page.addInitScript(() => {
    const ask = window.fetch.bind(window);
    window.fetch = async (input, init) => {
      const answer = await ask(input, init);
      if (input !== '/ticks' || !answer.body) return answer;
      const both = new TransformStream<Uint8Array, Uint8Array>();
      void answer.body.pipeTo(
        new WritableStream({
          async write(chunk) {
            const writer = both.writable.getWriter();
            await writer.write(chunk);
            writer.releaseLock();
          },
        }),
      );
      addEventListener('test-drop', (event) => {
        const tick = { kind: 'filesDropped', paths: (event as CustomEvent<string[]>).detail };
        const writer = both.writable.getWriter();
        void writer.write(new TextEncoder().encode(`${JSON.stringify(tick)}\n`));
        writer.releaseLock();
      });
      return new Response(both.readable, { status: answer.status });
    };
  });
  const connected = page.waitForResponse('**/ticks');
  await page.reload();
  await connected;
  return (paths) => page.evaluate((detail) => void dispatchEvent(new CustomEvent('test-drop', { detail })), paths);
}
