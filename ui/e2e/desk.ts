import { test as base, expect, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The program that is tested. */
export const program =
  process.env['ASSURANCE_DESK'] ?? new URL('../../target/debug/assurance-desk', import.meta.url).pathname;

/** A program that runs for one test, with a data folder of its own. */
export interface Desk {
  /** The address with its token, as the program prints it. */
  url: string;
  /** Its data folder. */
  data: string;
  /** Asks the program directly, past the window. */
  call: (name: string, request: unknown) => Promise<unknown>;
}

interface Options {
  /** Opens the vault; null leaves it to the person at the window. */
  passphrase: string | null;
}

async function started(data: string, passphrase: string | null): Promise<{ child: ChildProcess; url: string }> {
  // No test shall touch the keychain of whoever runs it.
  const environment = { ...process.env, DBUS_SESSION_BUS_ADDRESS: `unix:path=${data}/no-bus` };
  const child = spawn(program, ['serve', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: passphrase === null ? environment : { ...environment, ASSURANCE_DESK_PASSPHRASE: passphrase },
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return { child, url: (JSON.parse(line) as { url: string }).url };
  }
  throw new Error('assurance-desk serve stopped before it printed its address');
}

async function stopped(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await gone;
}

function caller(url: string): Desk['call'] {
  const { origin, hash } = new URL(url);
  const headers = {
    Authorization: `Bearer ${hash.replace('#token=', '')}`,
    Origin: origin,
    'Content-Type': 'application/json',
  };
  return async (name, request) => {
    const answer = await fetch(`${origin}/rpc/${name}`, { method: 'POST', headers, body: JSON.stringify(request) });
    const body: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return body;
  };
}

/** Tests get a running program as `desk`; `page` has it open, and fails the test when the page reports an error. */
export const test = base.extend<Options & { desk: Desk }>({
  passphrase: ['a passphrase for tests', { option: true }],
  desk: async ({ passphrase }, run) => {
    const data = await mkdtemp(join(tmpdir(), 'assurance-desk-ui-'));
    const { child, url } = await started(data, passphrase);
    const call = caller(url);
    // The first question opens the vault; what is asked meanwhile finds it locked.
    await call('app_info', null);
    await run({ url, data, call });
    await stopped(child);
    await rm(data, { recursive: true, force: true });
  },
  page: async ({ page, desk }, run) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      // Refusals, and lines that a test cuts, are told by the window itself.
      const isAnswer = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isAnswer) errors.push(message.text());
    });
    await page.goto(desk.url);
    // Keys that are pressed before the window is drawn are nobody's.
    await expect(page.locator('#root > *').first()).toBeVisible();
    await run(page);
    expect(errors, 'the page reports no errors').toEqual([]);
  },
});

export { expect, type Page };
