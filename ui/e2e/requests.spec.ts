import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expectAccessible, expectAccessibleInEveryLook, expectFocus } from './accessible.ts';
import { pressOn, tabTo } from './by-keyboard.ts';
import { expect, goTo, test as base, type Page } from './practice.ts';

/** A service that is not Adobe's, on this computer. */
interface Elsewhere {
  /** Host and port. */
  host: string;
  /** Whether each call had an access token with it. */
  tokens: boolean[];
}

const test = base.extend<{ elsewhere: Elsewhere }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from its first argument
  elsewhere: async ({}, run) => {
    const tokens: boolean[] = [];
    const server: Server = createServer((request: IncomingMessage, answer) => {
      tokens.push(request.headers.authorization !== undefined);
      if (request.url === '/never') return;
      answer.setHeader('Content-Type', 'application/json').end(JSON.stringify({ path: request.url }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await run({ host: `127.0.0.1:${(server.address() as AddressInfo).port}`, tokens });
    server.closeAllConnections();
    server.close();
  },
});

const collections = (page: Page) => page.getByRole('treegrid', { name: 'Collections' });
const line = (page: Page, name: string) => collections(page).getByRole('row', { name, exact: true });
const address = (page: Page) => page.getByRole('textbox', { name: 'Address' });
const request = (page: Page) => page.getByRole('region', { name: 'Request', exact: true });
const answer = (page: Page) => page.getByRole('region', { name: 'Answer' });
const answerTree = (page: Page) => page.getByRole('tree', { name: 'Answer as a tree' });
const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click();
const status = (page: Page, text: string) => answer(page).getByRole('status').filter({ hasText: text });

async function openCall(page: Page, folder: string, method: string, call: string): Promise<void> {
  await line(page, folder).click();
  await line(page, `${method} ${call}`).click();
  await expect(request(page).getByRole('heading', { name: call })).toBeVisible();
}

/** What the window asked to be copied; a browser has no clipboard of Rust's. */
async function copies(page: Page): Promise<unknown[]> {
  const asked: unknown[] = [];
  for (const command of ['answer_copy', 'copy_text']) {
    await page.route(`**/rpc/${command}`, async (route) => {
      asked.push(route.request().postDataJSON());
      await route.fulfill({ json: null });
    });
  }
  return asked;
}

async function paste(page: Page, text: unknown): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Paste text…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(JSON.stringify(text));
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
}

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

test.beforeEach(async ({ page, practice }) => {
  await goTo(page, `/integrations/${practice.integration}`);
  await page.getByRole('link', { name: 'Requests' }).click();
  await expect(line(page, "Adobe's guides")).toBeVisible();
});

test('a call of Adobe’s guides is sent, and its answer is a tree', async ({ page }) => {
  const copied = await copies(page);
  await expectAccessible(page);
  await openCall(page, 'Experience Platform', 'GET', 'Classes that Adobe defines');
  await expect(request(page)).toContainText(' · with the access token');
  await expect(request(page).getByRole('region', { name: 'Filled in' })).toContainText('Bearer, the access token');
  await send(page);
  await expect(status(page, '200 OK')).toBeAttached();
  await expect(answerTree(page).getByRole('treeitem', { name: 'results:' })).toBeVisible();
  await expectAccessible(page);

  await answerTree(page).getByRole('treeitem', { name: 'results:' }).click();
  await answer(page).getByRole('button', { name: 'Copy path' }).click();
  await answer(page).getByRole('button', { name: 'Copy value' }).click();
  await expect.poll(() => copied).toMatchObject([{ text: '/results' }, { path: '/results' }]);

  await answer(page).getByRole('tab', { name: 'Raw' }).click();
  await expect(answer(page).getByRole('group', { name: 'Raw answer' })).toContainText('"results"');
  await answer(page).getByRole('tab', { name: 'Headers' }).click();
  await expect(answer(page)).toContainText('content-type');
});

test('a 404 is told with what it means, and the answer is there as well', async ({ page }) => {
  await address(page).fill('https://platform.adobe.io/data/nowhere');
  await expect(request(page)).toContainText(
    'practice workspace in the place of platform.adobe.io · with the access token',
  );
  await page.keyboard.press('Control+Enter');
  await expect(status(page, '404')).toBeAttached();
  await expect(answer(page).getByRole('note')).toContainText('address');
  await expectAccessible(page);
});

test('a host gets the access token once it is allowed, and no longer when it is removed', async ({
  page,
  elsewhere,
}) => {
  await address(page).fill(`http://${elsewhere.host}/things`);
  await expect(request(page)).toContainText(`${elsewhere.host} does not get the access token`);
  await send(page);
  await expect(status(page, '200')).toBeAttached();
  await expect(answer(page)).toContainText('without the access token');

  await page.getByRole('button', { name: 'Allow…' }).click();
  const dialog = page.getByRole('alertdialog', { name: `Send the access token to ${elsewhere.host}?` });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Allow' }).click();
  await expect(request(page)).toContainText(`${elsewhere.host} · with the access token`);
  await send(page);
  await expect(answer(page).getByText('with the access token', { exact: true })).toBeVisible();
  expect(elsewhere.tokens).toEqual([false, true]);

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Hosts that get the access token…' }).click();
  await page.getByRole('button', { name: `Remove ${elsewhere.host}` }).click();
  // The menu that it was opened from may still be on its way out.
  await expect(page.getByRole('dialog').filter({ hasText: 'None.' })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(request(page)).toContainText(`${elsewhere.host} does not get the access token`);
});

test('what is under way can be stopped', async ({ page, elsewhere }) => {
  await address(page).fill(`http://${elsewhere.host}/never`);
  await send(page);
  await expect(answer(page).getByText('Waiting for the answer…')).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(status(page, 'Stopped')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
});

test('a pasted collection and environment are run', async ({ page, elsewhere }) => {
  const call = (name: string, path: string) => ({ name, request: { method: 'GET', url: `{{PLACE}}/${path}` } });
  await paste(page, {
    info: { name: 'Shop', schema },
    item: [
      {
        name: 'Basket',
        item: [
          call('Open', 'open'),
          { ...call('Pay', 'pay'), event: [{ listen: 'prerequest', script: { exec: ['pm.test()'] } }] },
        ],
      },
      call('Nothing', '{{GONE}}'),
    ],
  });
  await expect(page.getByRole('dialog')).toContainText('1 script is shown and not run.');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(line(page, 'Shop')).toBeVisible();
  await paste(page, {
    name: 'This computer',
    values: [{ key: 'PLACE', value: `http://${elsewhere.host}`, enabled: true }],
    _postman_variable_scope: 'environment',
  });
  await page.getByRole('button', { name: 'Environment' }).click();
  await page.getByRole('option', { name: 'This computer' }).click();

  await openCall(page, 'Basket', 'GET', 'Pay');
  await page.getByRole('tab', { name: 'Scripts (1)' }).click();
  await expect(request(page)).toContainText('Scripts are shown, not run.');
  await line(page, 'GET Nothing').click();
  await expect(request(page)).toContainText('No value for GONE.');

  await line(page, 'Basket').hover();
  await page.getByRole('button', { name: 'Menu of Basket' }).click();
  await page.getByRole('menuitem', { name: 'Run' }).press('Enter');
  const run = page.getByRole('dialog', { name: 'Run of Basket' });
  await expect(run.getByRole('status')).toHaveText('2 answered');
  await expectAccessible(page);
  await run.getByRole('button', { name: /Open the answer of .*Pay/ }).click();
  await expect(run).toBeHidden();
  await expect(answerTree(page).getByRole('treeitem', { name: '/pay' })).toBeVisible();
});

test('variables are written in an environment, and of a secret nothing stays', async ({ page, elsewhere }) => {
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Environment' }).click();
    await page.getByRole('option', { name }).click();
  };
  const dialog = page.getByRole('dialog');
  const write = async (at: number, name: string, value: string) => {
    await dialog.getByRole('button', { name: 'Add variable' }).click();
    await dialog.getByRole('textbox', { name: `Name of variable ${at}` }).fill(name);
    await dialog.getByRole('textbox', { name: `Value of ${name}` }).fill(value);
  };
  await choose('New environment…');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Mine');
  await write(1, 'PLACE', `http://${elsewhere.host}`);
  await write(2, 'CLIENT_SECRET', 'not-to-be-kept');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Environment' })).toContainText('Mine');
  await address(page).fill('{{PLACE}}/mine');
  await expect(request(page)).toContainText(`${elsewhere.host} does not get the access token`);
  await choose('Edit variables…');
  await expect(dialog.getByRole('textbox', { name: 'Value of PLACE' })).toHaveValue(`http://${elsewhere.host}`);
  await expect(dialog.getByRole('textbox', { name: 'Value of CLIENT_SECRET' })).toHaveValue('');
});

test('the history stays over a reload, with the answers, until it is cleared', async ({ page }) => {
  await openCall(page, 'Tags', 'GET', 'Profile');
  await send(page);
  await expect(status(page, '200 OK')).toBeAttached();
  await page.reload();
  await page.getByRole('radio', { name: 'History' }).click();
  await page.getByRole('listbox', { name: 'History' }).getByRole('option', { name: '/profile' }).click();
  await expect(answerTree(page).getByRole('treeitem', { name: 'data:' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clear the history…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByText('What you send is listed here.')).toBeVisible();
});

test('a request is copied as curl without secrets', async ({ page }) => {
  const copied = await copies(page);
  await openCall(page, 'Tags', 'GET', 'Companies');
  await page.getByRole('button', { name: 'Copy', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Copy as curl' }).click();
  await expect.poll(() => copied.length).toBe(1);
  const { text } = copied[0] as { text: string };
  expect(text).toContain('/companies');
  expect(text).toContain('Bearer $ACCESS_TOKEN');
});

test('what is typed is there again after another request and another place', async ({ page }) => {
  await page.getByRole('button', { name: 'New request' }).click();
  await address(page).fill('https://platform.adobe.io/data/mine');
  await page.getByRole('tab', { name: 'Body' }).click();
  await page.getByRole('radio', { name: 'JSON or text' }).click();
  await page.getByRole('textbox', { name: 'Text of the body' }).fill('{"a": ');
  await expect(request(page)).toContainText('This is not JSON');
  await openCall(page, 'Tags', 'GET', 'Profile');
  await page.getByRole('link', { name: 'Archives' }).click();
  await page.getByRole('link', { name: 'Requests' }).click();
  await line(page, 'GET platform.adobe.io/data/mine').click();
  await expect(address(page)).toHaveValue('https://platform.adobe.io/data/mine');
  await page.getByRole('tab', { name: 'Body' }).click();
  await expect(page.getByRole('textbox', { name: 'Text of the body' })).toHaveValue('{"a": ');

  await page.getByRole('button', { name: 'Keep…' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Mine');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(request(page).getByRole('heading', { name: 'Mine' })).toBeVisible();
  await expect(request(page)).toContainText('My requests');
  await expect(line(page, 'Drafts')).toBeHidden();
});

test('a page that is loaded again has what was typed, and shows what it showed', async ({ page }) => {
  const kept = (text: string) =>
    page.waitForResponse((response) => {
      const asked = response.request();
      return asked.url().endsWith('/rpc/request_drafts_keep') && (asked.postData() ?? '').includes(text);
    });
  await page.getByRole('button', { name: 'New request' }).click();
  await address(page).fill('https://platform.adobe.io/data/mine');
  await openCall(page, 'Tags', 'GET', 'Profile');
  const whole = kept('/profile?typed=1');
  await address(page).fill('https://reactor.adobe.io/profile?typed=1');
  await whole;
  await page.reload();
  await expect(request(page).getByRole('heading', { name: 'Profile' })).toBeVisible();
  await expect(address(page)).toHaveValue('https://reactor.adobe.io/profile?typed=1');
  await line(page, 'GET platform.adobe.io/data/mine').click();
  await expect(address(page)).toHaveValue('https://platform.adobe.io/data/mine');
});

test('by keyboard alone a call is found, sent and looked into', async ({ page }) => {
  await page.getByRole('searchbox', { name: 'Search the collections' }).focus();
  await page.keyboard.type('companies');
  await expect(collections(page).getByRole('row')).toHaveCount(3);
  await page.keyboard.press('Tab');
  for (let at = 0; at < 2; at += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(request(page).getByRole('heading', { name: 'Companies' })).toBeVisible();
  await expectFocus(page, 'opening a call');
  await address(page).focus();
  await page.keyboard.press('Control+Enter');
  await expect(status(page, '200 OK')).toBeAttached();
  await answer(page).getByRole('tab', { name: 'Tree' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.type('name');
  await expect(answer(page).getByText(/\d+ found/)).toBeVisible();
});

test('by keyboard alone headers come and go, and the focus is where they stand', async ({ page }) => {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await pressOn(page, button('Add header'));
  await expect(page.getByRole('textbox', { name: 'Name of header 1' })).toBeFocused();
  await page.keyboard.type('X-One');
  await pressOn(page, button('Add header'));
  await expect(page.getByRole('textbox', { name: 'Name of header 2' })).toBeFocused();
  await page.keyboard.type('X-Two');
  await pressOn(page, button('Remove X-Two'));
  await expect(button('Remove X-One')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button('Add header')).toBeFocused();
});

test('by keyboard alone a host is allowed and taken back, and a request is stopped', async ({ page, elsewhere }) => {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await tabTo(page, address(page));
  await page.keyboard.type(`http://${elsewhere.host}/never`);
  await expect(request(page)).toContainText(`${elsewhere.host} does not get the access token`);
  await pressOn(page, button('Allow…'));
  const question = page.getByRole('alertdialog', { name: /Send the access token/ });
  await pressOn(page, question.getByRole('button', { name: 'Allow' }));
  await expect(button('Allow…')).toHaveCount(0);
  await expect(question).toHaveCount(0);
  await expect(request(page), 'what the button stood in').toBeFocused();

  await tabTo(page, address(page));
  await page.keyboard.press('Control+Enter');
  await pressOn(page, button('Stop waiting'));
  await expect(status(page, 'Stopped')).toBeAttached();
  await expect(answer(page)).toBeFocused();

  await pressOn(page, button('More'), 'Shift+Tab');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const hosts = page.getByRole('dialog', { name: 'Hosts that get the access token' });
  await pressOn(page, hosts.getByRole('button', { name: `Remove ${elsewhere.host}` }));
  await expect(hosts).toContainText('None.');
  await expect(hosts.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(hosts).toHaveCount(0);
  await expect(button('More')).toBeFocused();
});

test('by keyboard alone a collection is imported and deleted', async ({ page }) => {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await pressOn(page, button('Import'));
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Import from Postman' });
  await tabTo(page, dialog.getByRole('textbox'));
  await page.keyboard.insertText('not a collection');
  await pressOn(page, dialog.getByRole('button', { name: 'Import' }));
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await tabTo(page, dialog.getByRole('textbox'), 'Shift+Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(
    JSON.stringify({ info: { name: 'Shop', schema }, item: [{ name: 'Open', request: { method: 'GET', url: 'x' } }] }),
  );
  await pressOn(page, dialog.getByRole('button', { name: 'Import' }));
  await expect(dialog).toHaveCount(0);
  await expect(button('Import')).toBeFocused();

  await tabTo(page, page.getByRole('searchbox', { name: 'Search the collections' }));
  await page.keyboard.press('Tab');
  await page.keyboard.type('Shop');
  await expect(line(page, 'Shop')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(button('Menu of Shop')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Delete Shop' });
  await pressOn(page, question.getByRole('button', { name: 'Delete' }));
  await expect(line(page, 'Shop')).toHaveCount(0);
  const shelf = page.getByRole('region', { name: 'Collections and history' });
  const hasFocus = () => shelf.evaluate((part) => part.contains(document.activeElement));
  await expect.poll(hasFocus, 'another line has the focus, or the part around it').toBe(true);
});

test('every look has room for it, and a narrow window folds the collections', async ({ page }) => {
  await openCall(page, 'Tags', 'GET', 'Profile');
  await send(page);
  await expect(status(page, '200 OK')).toBeAttached();
  await expectAccessibleInEveryLook(page, 'Requests');
  await page.setViewportSize({ width: 1024, height: 640 });
  await expect(collections(page)).toBeHidden();
  await page.getByRole('button', { name: 'Show the collections' }).click();
  await line(page, 'GET Companies').click();
  await expect(collections(page)).toBeHidden();
  await expect(request(page).getByRole('heading', { name: 'Companies' })).toBeVisible();
  await expect(address(page)).toBeFocused();
});
