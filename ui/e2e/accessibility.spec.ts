import { expectAccessibleInEveryLook, expectFocus } from './accessible.ts';
import { importing } from './events-files.ts';
import { closeHints, eventNamed, expect, goTo, test, type Page } from './practice.ts';

/** Where the user can be, and what is seen once it is there; `:integration`, `:session` and `:archive` are filled in. */
const places: [path: string, seen: (page: Page) => ReturnType<Page['getByRole']>][] = [
  ['/', (page) => page.getByRole('heading', { level: 1 })],
  ['/integrations', (page) => page.getByRole('heading', { name: 'Integrations', level: 1 })],
  ['/integrations/new', (page) => page.getByRole('textbox', { name: 'Name' })],
  ['/integrations/:integration', (page) => page.getByRole('button', { name: 'Edit' })],
  ['/integrations/:integration/client-secret', (page) => page.getByRole('heading', { level: 1 })],
  ['/integrations/:integration/doctor', (page) => page.getByRole('button', { name: 'Copy report', disabled: false })],
  ['/integrations/:integration/platform', (page) => page.getByRole('heading', { level: 1 })],
  ['/integrations/:integration/tags', (page) => page.getByRole('table', { name: 'Rights and roles' })],
  ['/integrations/tokens/:integration', (page) => page.getByRole('heading', { level: 1 })],
  ['/sessions/:integration', (page) => page.getByRole('row', { name: 'Checkout v42' })],
  ['/archives', (page) => page.getByRole('row', { name: 'Kept' })],
  ['/archive/:archive', (page) => page.getByRole('row', { name: 'Cart 39' })],
  ['/session/:integration/:session', (page) => page.getByRole('row', { name: 'Login 4' })],
  ['/requests', (page) => page.getByRole('heading', { name: 'Requests', level: 1 })],
  ['/access/:integration', (page) => page.getByRole('heading', { name: 'Access guide', level: 1 })],
  ['/practice', (page) => page.getByRole('heading', { name: 'Practice', level: 1 })],
  ['/settings', (page) => page.getByRole('heading', { name: 'Settings', level: 1 })],
];

/** What opens over a place: how it is opened from there. All of it closes with Esc. */
const dialogs: [name: string, path: string, open: (page: Page) => Promise<void>][] = [
  ['the command palette', '/', (page) => page.keyboard.press('ControlOrMeta+k')],
  ['a new session', '/sessions/:integration', (page) => page.getByRole('button', { name: 'New session' }).click()],
  [
    'connecting a device',
    '/session/:integration/:session',
    (page) => page.getByRole('button', { name: 'Connect', exact: true }).click(),
  ],
  ['exporting events', '/session/:integration/:session', (page) => page.keyboard.press('ControlOrMeta+e')],
  ['the keys', '/session/:integration/:session', (page) => page.keyboard.press('?')],
];

// Each screen is looked at in several looks, by a tool that reads all of it.
test.describe.configure({ timeout: 180_000 });

/** A spot of an element that bears no words, as it is drawn. */
async function atEndOf(page: Page, target: ReturnType<Page['locator']>): Promise<Buffer> {
  const box = await target.boundingBox();
  const clip = {
    x: (box?.x ?? 0) + (box?.width ?? 0) - 2,
    y: (box?.y ?? 0) + (box?.height ?? 0) / 2,
    width: 1,
    height: 1,
  };
  return page.screenshot({ clip });
}

const list = (page: Page) => page.getByRole('grid', { name: 'Events' });
let fill: (path: string) => string;

test.beforeEach(async ({ page, practice, desk }) => {
  await closeHints(page, desk);
  const { archive } = await importing(desk, 'Kept');
  const now = Date.now();
  await practice.ask(
    'POST',
    `/sessions/${practice.session}/events`,
    Array.from({ length: 5 }, (_, at) => eventNamed(`Login ${at}`, now - (4 - at) * 1000)),
  );
  fill = (path) =>
    path
      .replace(':integration', practice.integration)
      .replace(':session', practice.session)
      .replace(':archive', encodeURIComponent(archive));
});

for (const [path, seen] of places) {
  test(`${path} has no fault that a tool can find, however the system is set up`, async ({ page }) => {
    await goTo(page, fill(path));
    await expect(seen(page).first()).toBeVisible();
    await expectAccessibleInEveryLook(page, path);
  });
}

for (const [name, path, open] of dialogs) {
  test(`${name}: no fault in any look, and the focus comes back when it is closed`, async ({ page }) => {
    await goTo(page, fill(path));
    if (path.startsWith('/session/')) await expect(page.getByRole('row', { name: 'Login 4' })).toBeVisible();
    if (path.startsWith('/session/')) await list(page).focus();
    else await page.getByRole('link', { name: 'Settings' }).focus();
    await open(page);
    await expect(page.getByRole('dialog').first()).toBeVisible();
    await expectFocus(page, `opening ${name}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectFocus(page, `closing ${name}`);
    await open(page);
    await expect(page.getByRole('dialog').first()).toBeVisible();
    await expectAccessibleInEveryLook(page, name);
  });
}

test('an event with its details has no fault in any look', async ({ page }) => {
  await goTo(page, fill('/archive/:archive'));
  await page.getByRole('row', { name: 'Cart 39' }).click();
  const details = page.getByRole('region', { name: 'Details of the event' });
  for (const tab of await details.getByRole('tab').all()) {
    await tab.click();
    await expectAccessibleInEveryLook(page, `details, ${(await tab.textContent()) ?? ''}`);
  }
});

test('the tabs of the inspector have no fault in any look', async ({ page }) => {
  await goTo(page, fill('/archive/:archive'));
  await expect(page.getByRole('row', { name: 'Cart 39' })).toBeVisible();
  for (const tab of await page.getByRole('tablist', { name: 'Views of the session' }).getByRole('tab').all()) {
    await tab.click();
    await expect(page.getByRole('tabpanel').first()).toBeVisible();
    await expectAccessibleInEveryLook(page, (await tab.textContent()) ?? '');
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in high contrast, ${colorScheme}, the place and the borders between panels are seen`, async ({ page }) => {
    await goTo(page, fill('/archive/:archive'));
    await expect(page.getByRole('row', { name: 'Cart 39' })).toBeVisible();
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const links = page.getByRole('navigation', { name: 'Places' }).getByRole('link');
    const current = await atEndOf(page, links.and(page.locator('[aria-current=page]')));
    expect(current.equals(await atEndOf(page, links.first())), 'the place is marked').toBe(false);

    const border = page.getByRole('separator', { name: 'Width of the values' });
    const before = await atEndOf(page, border);
    const box = await border.boundingBox();
    const beside = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + (box?.height ?? 0) / 2, width: 1, height: 1 };
    const line = { ...beside, x: (box?.x ?? 0) + 3 };
    const seen = await page.screenshot({ clip: line });
    expect(seen.equals(await page.screenshot({ clip: beside })), 'the border is drawn').toBe(false);
    await border.focus();
    expect((await atEndOf(page, border)).equals(before), 'the focus is seen').toBe(false);
  });
}

test('in high contrast buttons and toasts have an edge, and mistakes can be read', async ({ page }) => {
  await page.route('**/rpc/token_renew', (route) => route.abort());
  await goTo(page, fill('/integrations/:integration'));
  const renew = page.getByRole('button', { name: 'Renew token' });
  await renew.click();
  const toast = page.getByRole('alertdialog').filter({ hasText: 'does not answer' });
  await expect(toast).toBeVisible();
  await page.emulateMedia({ forcedColors: 'active' });
  for (const part of [toast, renew]) {
    expect(await part.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  }
  await goTo(page, '/integrations/new');
  const name = page.getByRole('textbox', { name: 'Name' });
  await page.getByRole('region', { name: 'Name and organization' }).getByRole('button', { name: 'Continue' }).click();
  await expect(name).toBeFocused();
  const said = page.getByText('The integration has no name.');
  expect(await said.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)');
});

test('the focus stays while rows come and go', async ({ page, practice }) => {
  await goTo(page, fill('/session/:integration/:session'));
  await expect(page.getByRole('row', { name: 'Login 4' })).toBeVisible();
  await list(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('h');
  await expect(page.getByRole('row', { name: 'Login 0' })).toHaveCount(0);
  await expectFocus(page, 'hiding an event');
  await practice.ask('POST', `/sessions/${practice.session}/events`, [eventNamed('Late', Date.now())]);
  await expect(page.getByRole('row', { name: 'Late' })).toBeVisible();
  await expectFocus(page, 'an event arrived');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expectFocus(page, 'opening the details');
  await page.keyboard.press('Escape');
  await expectFocus(page, 'closing the details');
});

test('everything of the inspector is reached by Tab alone, and Tab leads out again', async ({ page }) => {
  await goTo(page, fill('/archive/:archive'));
  await expect(page.getByRole('row', { name: 'Cart 39' })).toBeVisible();
  await page.keyboard.press('/');
  const wanted = ['grid', 'slider', 'separator', 'a', 'tab'];
  const met = new Set<string>();
  for (let presses = 0; presses < 90 && wanted.some((role) => !met.has(role)); presses += 1) {
    await page.keyboard.press('Tab');
    const role = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.getAttribute('role') ?? focused?.tagName.toLowerCase() ?? 'nothing';
    });
    met.add(role);
  }
  expect([...met], 'the list, the strip, the panels and the places').toEqual(expect.arrayContaining(wanted));
});
