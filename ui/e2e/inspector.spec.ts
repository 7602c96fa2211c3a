import { expectAccessible } from './accessible.ts';
import { closeHints, eventNamed, expect, goTo, test, type Page } from './practice.ts';

const events = (page: Page) => page.getByRole('grid', { name: 'Events' });
const rowOf = (page: Page, label: string) => events(page).getByRole('row', { name: label });
const details = (page: Page) => page.getByRole('region', { name: 'Details of the event' });

/** Events named `<name> 0`, `<name> 1` …, a tenth of a second apart, the last one now. */
const numbered = (name: string, count: number, until = Date.now()) =>
  Array.from({ length: count }, (_, at) => eventNamed(`${name} ${at}`, until - (count - 1 - at) * 100));

/** What the window asked to be copied; a browser has no clipboard of Rust's. */
async function copies(page: Page): Promise<unknown[]> {
  const asked: unknown[] = [];
  for (const command of ['event_copy', 'copy_text']) {
    await page.route(`**/rpc/${command}`, async (route) => {
      asked.push(route.request().postDataJSON());
      await route.fulfill({ json: null });
    });
  }
  return asked;
}

test.beforeEach(async ({ page, practice, desk }) => {
  await closeHints(page, desk);
  await goTo(page, `/session/${practice.integration}/${practice.session}`);
  await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
});

test('an empty session says how to get events, and events arrive by themselves', async ({ page, practice }) => {
  await expect(page.getByRole('heading', { name: 'No events yet' })).toBeVisible();
  await expectAccessible(page);
  await practice.ask('POST', `/sessions/${practice.session}/events`, numbered('Cart', 3));
  await expect(rowOf(page, 'Cart 2')).toBeVisible();
  await expect(page.getByText('3 events')).toBeVisible();
  await expectAccessible(page);
});

test('a simulated device is connected from the inspector and shown with its name', async ({ page, practice }) => {
  await practice.allowDevices();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('button', { name: 'Connect a simulated iPhone' }).click();
  await page.getByRole('dialog').getByText('iPhone 16 Pro').first().waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('group', { name: 'Clients' }).getByText('iPhone 16 Pro').first()).toBeVisible();
  await expect(events(page).getByRole('row').nth(3)).toBeVisible();
});

test('the list is filtered by text and by values, and says when it is filtered to nothing', async ({
  page,
  practice,
}) => {
  await practice.ask('POST', `/sessions/${practice.session}/events`, [...numbered('Cart', 3), ...numbered('Login', 2)]);
  await expect(rowOf(page, 'Login 1')).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('combobox', { name: 'Filter events by text' })).toBeFocused();
  await page.keyboard.type('cart');
  await expect(page.getByText('3 of 5')).toBeVisible();
  await expect(rowOf(page, 'Login 1')).toHaveCount(0);

  await page.getByRole('combobox', { name: 'Filter events by text' }).fill('no such thing');
  await expect(page.getByRole('heading', { name: 'No event matches the filter' })).toBeVisible();
  await expect(page.getByText('Query “no such thing” hides all 5 events.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(rowOf(page, 'Login 1')).toBeVisible();

  await page.getByRole('region', { name: 'Values to filter by' }).getByText('custom').click();
  await expect(page.getByText('5 of 5')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove Type: custom' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page.getByText('5 events')).toBeVisible();
});

test('an event tells what matters, its payload as a tree, and its raw JSON', async ({ page, practice }) => {
  const copied = await copies(page);
  await practice.ask('POST', `/sessions/${practice.session}/events`, numbered('Cart', 3));
  await rowOf(page, 'Cart 1').click();
  await expect(details(page).getByRole('heading', { name: 'Cart 1' })).toBeVisible();
  await expectAccessible(page);

  await details(page).getByRole('tab', { name: 'Tree' }).click();
  const tree = page.getByRole('tree', { name: 'Payload' });
  await page.getByRole('searchbox', { name: 'Search in the payload' }).fill('price');
  await expect(tree.getByRole('treeitem', { name: /^price:\s*129\.9$/ })).toBeVisible();
  await expect(details(page).getByText('1 found')).toBeVisible();
  await tree.getByRole('treeitem', { name: /^price:\s*129\.9$/ }).click();
  await details(page).getByRole('button', { name: 'Copy path' }).click();
  await expect(page.getByText('Path copied.')).toBeVisible();
  expect(copied).toEqual([{ text: '/ACPExtensionEventData/basket/price' }]);
  await details(page).getByRole('button', { name: 'Copy value' }).click();
  await expect(page.getByText('Value copied.')).toBeVisible();
  expect(copied.at(-1)).toMatchObject({ path: '/ACPExtensionEventData/basket/price' });
  await expectAccessible(page);

  await details(page).getByRole('tab', { name: 'Raw' }).click();
  await expect(details(page).getByText('"ACPExtensionEventName": "Cart 1"')).toBeVisible();
  await details(page).getByRole('button', { name: 'Copy JSON' }).click();
  await expect(page.getByText('Event copied as JSON.')).toBeVisible();
  expect(copied.at(-1)).toMatchObject({ path: null });
  await expectAccessible(page);
});

test('the tree opens and closes by keyboard', async ({ page, practice }) => {
  await practice.ask('POST', `/sessions/${practice.session}/events`, numbered('Cart', 1));
  await rowOf(page, 'Cart 0').click();
  await details(page).getByRole('tab', { name: 'Tree' }).click();
  const data = page.getByRole('treeitem', { name: /^ACPExtensionEventData/ });
  await data.click();
  const wasOpen = (await data.getAttribute('aria-expanded')) === 'true';
  await page.keyboard.press(wasOpen ? 'ArrowLeft' : 'ArrowRight');
  await expect(data).toHaveAttribute('aria-expanded', String(!wasOpen));
  await page.keyboard.press(wasOpen ? 'ArrowRight' : 'ArrowLeft');
  await expect(data).toHaveAttribute('aria-expanded', String(wasOpen));
});

test('the keyboard leads through the list, into the details and back', async ({ page, practice }) => {
  await copies(page);
  await practice.ask('POST', `/sessions/${practice.session}/events`, numbered('Cart', 5));
  await rowOf(page, 'Cart 2').click();
  await page.keyboard.press('j');
  await expect(rowOf(page, 'Cart 3')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('k');
  await expect(rowOf(page, 'Cart 1')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+c');
  await expect(page.getByText('Event copied as JSON.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(details(page).getByRole('tab', { name: 'Summary' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(details(page)).toHaveCount(0);
  await expect(events(page)).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessible(page);
});

test('pausing freezes the list and counts what arrives behind it', async ({ page, practice }) => {
  await practice.ask('POST', `/sessions/${practice.session}/events`, numbered('Cart', 2));
  await expect(rowOf(page, 'Cart 1')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Resume (0 new)' })).toBeVisible();
  await practice.ask('POST', `/sessions/${practice.session}/events`, numbered('Late', 3));
  await expect(page.getByRole('button', { name: 'Resume (3 new)' })).toBeVisible();
  await expect(rowOf(page, 'Late 0')).toHaveCount(0);
  await page.getByRole('button', { name: 'Resume (3 new)' }).click();
  await expect(rowOf(page, 'Late 2')).toBeVisible();
});

test('the list follows its end only while the user is there; otherwise a pill counts what is new', async ({
  page,
  practice,
}) => {
  const put = (name: string, count: number) =>
    practice.ask('POST', `/sessions/${practice.session}/events`, numbered(name, count));
  await put('Cart', 200);
  await expect(rowOf(page, 'Cart 199')).toBeInViewport();

  await events(page).hover();
  await page.mouse.wheel(0, -600);
  await expect(rowOf(page, 'Cart 199')).not.toBeInViewport();
  await rowOf(page, 'Cart 170').click();
  const before = await rowOf(page, 'Cart 170').boundingBox();
  await put('Late', 7);
  await expect(page.getByRole('button', { name: '7 new' })).toBeVisible();
  expect(await rowOf(page, 'Cart 170').boundingBox()).toEqual(before);
  await expect(rowOf(page, 'Cart 170')).toHaveAttribute('aria-selected', 'true');

  await page.getByRole('button', { name: '7 new' }).click();
  await expect(rowOf(page, 'Late 6')).toBeInViewport();
  await put('Later', 3);
  await expect(rowOf(page, 'Later 2')).toBeInViewport();
});

test('nothing jumps when an event comes in before those on the screen', async ({ page, practice }) => {
  const end = Date.now();
  await practice.ask('POST', `/sessions/${practice.session}/events`, numbered('Cart', 200, end));
  await expect(rowOf(page, 'Cart 199')).toBeInViewport();
  await rowOf(page, 'Cart 190').click();
  await page.mouse.wheel(0, -800);
  await rowOf(page, 'Cart 165').click();
  const before = await rowOf(page, 'Cart 165').boundingBox();
  await practice.ask('POST', `/sessions/${practice.session}/events`, [eventNamed('Early', end - 7050)]);
  await expect(page.getByText('201 events')).toBeVisible();
  await expect(rowOf(page, 'Cart 165')).toHaveAttribute('aria-rowindex', '168');
  expect(await rowOf(page, 'Cart 165').boundingBox()).toEqual(before);
});

test('the selected event stays the one that keys move from when others come in before it, out of sight', async ({
  page,
  practice,
}) => {
  const end = Date.now();
  const scrollTo = (top: number) => events(page).evaluate((list, to) => list.scrollTo(0, to), top);
  const put = (...all: unknown[]) => practice.ask('POST', `/sessions/${practice.session}/events`, all);
  await put(...numbered('Cart', 300, end));
  await expect(page.getByText('300 events')).toBeVisible();
  await events(page).focus();
  await page.keyboard.press('Home');
  await rowOf(page, 'Cart 10').click();
  await scrollTo(100_000);
  await expect(rowOf(page, 'Cart 299')).toBeInViewport();

  await put(...numbered('Early', 60, end - 60_000));
  await expect(page.getByText('360 events')).toBeVisible();
  await scrollTo(0);
  await expect(rowOf(page, 'Early 10')).toBeInViewport();
  await expect(rowOf(page, 'Early 10')).not.toHaveAttribute('data-current');
  await expect(events(page).locator('[data-current=true]'), 'no other row is outlined').toHaveCount(0);

  await page.keyboard.press('ArrowDown');
  await expect(rowOf(page, 'Cart 11')).toHaveAttribute('aria-selected', 'true');
  await expect(rowOf(page, 'Cart 11')).toBeInViewport();
  await expect(events(page).locator('[aria-selected=true]')).toHaveCount(1);

  await scrollTo(100_000);
  await expect(rowOf(page, 'Cart 299')).toBeInViewport();
  await put(...numbered('Earlier', 5, end - 90_000));
  await expect(page.getByText('365 events')).toBeVisible();
  await scrollTo(0);
  await expect(rowOf(page, 'Earlier 0')).toBeInViewport();
  await scrollTo(1500);
  await expect(rowOf(page, 'Cart 13'), 'behind 65 others and the heading').toHaveAttribute('aria-rowindex', '80');
  await rowOf(page, 'Cart 13').click({ modifiers: ['Shift'] });
  await expect(events(page).locator('[aria-selected=true]'), 'Cart 11 to 13').toHaveCount(3);
});

test('the selection survives filtering', async ({ page, practice }) => {
  await practice.ask('POST', `/sessions/${practice.session}/events`, [
    ...numbered('Cart', 300, Date.now() - 60_000),
    ...numbered('Login', 300),
  ]);
  await expect(page.getByText('600 events')).toBeVisible();
  await events(page).focus();
  await page.keyboard.press('Home');
  await expect(rowOf(page, 'Cart 0')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('combobox', { name: 'Filter events by text' }).fill('login');
  await expect(page.getByText('300 of 600')).toBeVisible();
  await expect(details(page).getByRole('heading', { name: 'Cart 0' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Filter events by text' }).fill('cart');
  await expect(rowOf(page, 'Cart 0')).toHaveAttribute('aria-selected', 'true');
  await expect(rowOf(page, 'Cart 0')).toBeInViewport();
});

test('many thousand events are scrolled from one end to the other', async ({ page, practice }) => {
  await practice.ask('POST', `/sessions/${practice.session}/fill`, { events: 20_000 });
  // A few events of the simulator come in chunks, several of which make one event.
  await expect(page.getByText(/^19,9\d\d events$/)).toBeVisible({ timeout: 40_000 });
  await events(page).focus();
  await page.keyboard.press('Home');
  // The first row is the beginning of an app launch.
  await expect(events(page).locator('[aria-rowindex="3"][aria-selected=true]')).toBeInViewport();
  await page.keyboard.press('End');
  const last = await events(page).getAttribute('aria-rowcount');
  await expect(events(page).locator(`[aria-rowindex="${last}"][aria-selected=true]`)).toBeInViewport();
  expect(await events(page).getByRole('row').count()).toBeLessThan(100);
});

test('a session that somebody else deleted keeps its events on the screen and says what happened', async ({
  page,
  practice,
  desk,
}) => {
  await practice.ask('POST', `/sessions/${practice.session}/events`, numbered('Cart', 2));
  await expect(rowOf(page, 'Cart 1')).toBeVisible();
  await desk.call('session_delete', { integration: practice.integration, session: practice.session });
  await expect(page.getByRole('status').filter({ hasText: 'Ended' })).toBeVisible();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(rowOf(page, 'Cart 1')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Back to sessions' }).click();
  await expect(page.getByRole('grid', { name: 'Sessions' })).toBeVisible();
});

test('while Assurance fails, the inspector says why and when it tries again', async ({ page, practice }) => {
  await practice.ask('POST', `/sessions/${practice.session}/events`, numbered('Cart', 2));
  await expect(rowOf(page, 'Cart 1')).toBeVisible();
  await practice.ask('PUT', '/faults', [{ path: '', operation: 'events', kind: 'status', status: 503 }]);
  await expect(page.getByRole('status').filter({ hasText: /Trying again/ })).toBeVisible();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(rowOf(page, 'Cart 1')).toBeVisible();
  await practice.ask('DELETE', '/faults');
  await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('hints are shown until they are read, and never again', async ({ page, desk }) => {
  await desk.call('settings_save', { theme: 'system', closedHints: [] });
  await page.reload();
  for (const hint of ['Filter', 'Events', 'Details']) {
    await page
      .getByRole('complementary', { name: hint })
      .getByRole('button', { name: /^Got it/ })
      .click();
    await expect(page.getByRole('complementary', { name: hint })).toHaveCount(0);
  }
  // They are gone from the screen before that is kept.
  const kept = async () => ((await desk.call('app_info', null)) as { settings: { closedHints: string[] } }).settings;
  await expect.poll(async () => (await kept()).closedHints).toHaveLength(3);
  await page.reload();
  await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
  await expect(page.getByRole('complementary')).toHaveCount(0);
});

test('panels fold, and stay as they were left', async ({ page }) => {
  const values = page.getByRole('region', { name: 'Values to filter by' });
  await page.getByRole('separator', { name: 'Width of the values' }).focus();
  const before = (await values.boundingBox())?.width ?? 0;
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await values.boundingBox())?.width).toBe(before + 24);
  await page.getByRole('button', { name: 'Hide the values' }).click();
  await expect(values).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show the values' })).toBeVisible();
});

test('the session is renamed from its menu', async ({ page }) => {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name of the session' }).fill('Checkout v43');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Checkout v43' })).toBeVisible();
});

test('F2 renames the session', async ({ page }) => {
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Name of the session' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Checkout v42' })).toBeVisible();
});
