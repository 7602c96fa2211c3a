import { closeHints, expect, goTo, openWithLogins, test, type Page } from './practice.ts';

const events = (page: Page) => page.getByRole('grid', { name: 'Events' });
const rowOf = (page: Page, label: string) => events(page).getByRole('row', { name: label });
const details = (page: Page) => page.getByRole('region', { name: 'Details of the event' });
const places = (page: Page) => page.getByRole('navigation', { name: 'Places' });

// As much as a window of 1280×800 shows at 200 %.
test.use({ viewport: { width: 640, height: 400 } });

test.beforeEach(async ({ page, practice, desk }) => {
  await closeHints(page, desk);
  await openWithLogins(page, practice, 9);
});

test('keys move through the list, and Enter shows the details in its place', async ({ page }) => {
  await events(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('j');
  await expect(rowOf(page, 'Login 1')).toHaveAttribute('aria-selected', 'true');
  await expect(details(page)).toHaveCount(0);
  const list = await events(page).boundingBox();
  await page.keyboard.press('Enter');
  await expect(details(page).getByRole('tab', { name: 'Summary' })).toBeFocused();
  expect((await details(page).boundingBox())?.width).toBe(list?.width);
  await expect(page.locator('[inert]').getByRole('grid'), 'nobody is led to what is covered').toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(details(page)).toHaveCount(0);
  await expect(events(page)).toBeFocused();
  await page.keyboard.press('j');
  await expect(rowOf(page, 'Login 2')).toHaveAttribute('aria-selected', 'true');
});

test('a press on an event shows its details, and one on the cross the list again', async ({ page }) => {
  await rowOf(page, 'Login 8').click();
  await expect(details(page).getByRole('heading', { name: 'Login 8' })).toBeVisible();
  await details(page).getByRole('button', { name: 'Close the details' }).click();
  await expect(rowOf(page, 'Login 8')).toHaveAttribute('aria-selected', 'true');
  await rowOf(page, 'Login 7').click({ modifiers: ['ControlOrMeta'] });
  await expect(events(page).locator('[aria-selected=true]')).toHaveCount(2);
  await expect(details(page)).toHaveCount(0);
});

test('a note is written there, and the focus stays in the details', async ({ page }) => {
  await rowOf(page, 'Login 8').click();
  await details(page).getByRole('button', { name: 'Note', exact: true }).click();
  await page.keyboard.type('Here it failed');
  await page.keyboard.press('Control+Enter');
  await expect(details(page).getByText('Here it failed')).toBeVisible();
  await expect(details(page).locator(':focus')).toHaveCount(1);
});

test('a key leads from the details to the filter', async ({ page }) => {
  await rowOf(page, 'Login 8').click();
  await expect(details(page)).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('combobox', { name: 'Filter events by text' })).toBeFocused();
});

test('who zooms in stays where they are, in the list or in the details', async ({ page }) => {
  const wide = { width: 1280, height: 800 };
  const narrow = { width: 640, height: 400 };
  await page.setViewportSize(wide);
  await rowOf(page, 'Login 7').click();
  await expect(details(page)).toBeVisible();
  await page.setViewportSize(narrow);
  await expect(details(page)).toHaveCount(0);
  await expect(events(page)).toBeFocused();
  await page.setViewportSize(wide);
  await page.keyboard.press('Enter');
  const tab = details(page).getByRole('tab', { name: 'Summary' });
  await expect(tab).toBeFocused();
  await page.setViewportSize(narrow);
  await expect(page.locator('[inert]').getByRole('grid', { name: 'Events' })).toHaveCount(1);
  await expect(tab).toBeFocused();
});

test('values to filter by are folded until they are asked for', async ({ page }) => {
  const values = page.getByRole('region', { name: 'Values to filter by' });
  await expect(values).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the values' }).click();
  await expect(values).toBeVisible();
});

test('hints are read one by one', async ({ page, desk }) => {
  await desk.call('settings_save', { theme: 'system', closedHints: [] });
  await page.reload();
  const hints = page.getByRole('complementary');
  for (const hint of ['Filter', 'Events', 'Details']) {
    await expect(page.getByRole('complementary', { name: hint })).toBeVisible();
    await expect(hints).toHaveCount(1);
    await page.getByRole('button', { name: `Got it: ${hint}` }).press('Enter');
  }
  await expect(hints).toHaveCount(0);
});

test('places are icons with their names, and the list has the room', async ({ page }) => {
  expect((await places(page).boundingBox())?.width).toBeLessThan(80);
  await places(page).getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await places(page).getByRole('link', { name: 'Checkout v42' }).click();
  await expect(events(page)).toBeVisible();
  await events(page).focus();
  expect((await events(page).boundingBox())?.height, 'rows enough to look at').toBeGreaterThan(150);
});

test('a toast does not lie over what takes the focus', async ({ page }) => {
  await goTo(page, '/settings');
  await page.getByText('This address').click();
  await page.route('**/rpc/settings_save', (route) => route.abort());
  await page.getByText('Dark', { exact: true }).click();
  const toast = page.getByRole('alertdialog').filter({ hasText: 'does not answer' });
  await expect(toast).toBeVisible();
  await page.getByRole('radio', { name: 'This address' }).focus();
  for (const field of ['Address of the proxy', 'User name']) {
    await page.keyboard.press('Tab');
    const focused = page.getByRole('textbox', { name: field });
    await expect(focused).toBeFocused();
    const [below, above] = await Promise.all([toast.boundingBox(), focused.boundingBox()]);
    expect((above?.y ?? 0) + (above?.height ?? 0), field).toBeLessThanOrEqual(below?.y ?? 0);
  }
});

test('every place of the navigation is in the window, and the integrations table keeps its menus at 1024×640', async ({
  page,
}) => {
  const settings = places(page).getByRole('link', { name: 'Settings' });
  const session = places(page).getByRole('link', { name: 'Checkout v42' });
  await expect(session).toBeVisible();
  await page.keyboard.press('Control+w');
  await expect(session).toHaveCount(0);
  const fits = () => places(page).evaluate((navigation) => navigation.scrollHeight <= navigation.clientHeight);
  expect(await fits(), 'nothing of the navigation is cut').toBe(true);
  await expect(settings).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1024, height: 640 });
  await goTo(page, '/integrations');
  await expect(page.getByRole('button', { name: /^Actions for/ })).toBeInViewport({ ratio: 1 });
});
