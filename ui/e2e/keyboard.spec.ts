import { expectFocus } from './accessible.ts';
import { closeHints, expect, goTo, openWithLogins, test, type Page } from './practice.ts';

const events = (page: Page) => page.getByRole('grid', { name: 'Events' });
const rowOf = (page: Page, label: string) => events(page).getByRole('row', { name: label });
const details = (page: Page) => page.getByRole('region', { name: 'Details of the event' });

/** Presses Tab until something has the focus; by keyboard, everything is reached so. */
async function tabTo(page: Page, target: ReturnType<Page['getByRole']>, key = 'Tab'): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80 && !(await isThere()); presses += 1) await page.keyboard.press(key);
  await expect(target).toBeFocused();
}

/** Something shows that it has the focus. */
const outlineOf = (target: ReturnType<Page['getByRole']>) =>
  target.evaluate((element) => getComputedStyle(element).outlineStyle);

test('from the first start into an event, to settings and back, by keyboard alone', async ({ page }) => {
  await tabTo(page, page.getByRole('button', { name: 'Try it' }));
  await page.keyboard.press('Enter');
  await expect(events(page).getByRole('row').nth(4)).toBeVisible();
  await expectFocus(page, 'a practice session is opened');
  await tabTo(page, page.getByRole('button', { name: 'Got it: Filter' }));
  for (const hint of ['Filter', 'Events', 'Details']) {
    await expect(page.getByRole('button', { name: `Got it: ${hint}` })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name: hint })).toHaveCount(0);
  }
  await expect(events(page)).toBeFocused();
  await tabTo(page, events(page));
  await page.keyboard.press('j');
  await expect(details(page)).toBeVisible();
  await page.keyboard.press('Enter');
  for (const tab of ['Summary', 'Tree', 'Raw', 'Related', 'Diff']) {
    await expect(details(page).getByRole('tab', { name: tab })).toBeFocused();
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Escape');
  await expect(details(page)).toHaveCount(0);
  await expect(events(page)).toBeFocused();

  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectFocus(page, 'the export is asked for');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(events(page)).toBeFocused();

  await tabTo(page, page.getByRole('tab', { name: 'Events', exact: true }), 'Shift+Tab');
  for (const tab of ['Transactions', 'Errors', 'Shared States', 'Configuration']) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: tab })).toBeFocused();
    await expect(page.getByRole('searchbox', { name: 'Search in the rows' })).toBeVisible();
  }

  await page.keyboard.press('Control+k');
  await page.keyboard.type('settings');
  await expect(page.getByRole('menuitem', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await expectFocus(page, 'the palette leads to another place');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(
    events(page)
      .or(page.getByRole('tablist', { name: 'Views of the session' }))
      .first(),
  ).toBeVisible();
  await expectFocus(page, 'going back');
});

test.describe('in a session', () => {
  test.beforeEach(async ({ page, practice, desk }) => {
    await closeHints(page, desk);
    await openWithLogins(page, practice, 5);
  });

  test('from the details Esc leads back to the event, and the keys go on from there', async ({ page }) => {
    await rowOf(page, 'Login 2').click();
    await page.keyboard.press('Enter');
    await expect(details(page).getByRole('tab', { name: 'Summary' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(details(page)).toHaveCount(0);
    await expect(rowOf(page, 'Login 2')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('j');
    await expect(rowOf(page, 'Login 3')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(events(page).locator('[aria-selected=true]')).toHaveCount(0);
  });

  test('a key that is pressed while a dialog closes is meant for the inspector', async ({ page }) => {
    await events(page).focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+e');
    await expect(page.getByRole('dialog', { name: /^Export/ })).toBeVisible();
    await expectFocus(page, 'one dialog after the other');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectFocus(page, 'both are closed');
  });

  test('a session is closed by its key, and the focus goes to what comes', async ({ page }) => {
    await events(page).focus();
    await page.keyboard.press('Control+w');
    await expect(page.getByRole('heading', { name: 'Sessions', level: 1 })).toBeVisible();
    await expectFocus(page, 'closing a session');
  });
});

test('the events of a transaction are reached and opened by keyboard', async ({ page, practice, desk }) => {
  await closeHints(page, desk);
  await practice.ask('POST', `/sessions/${practice.session}/fill`, { events: 600 });
  await goTo(page, `/session/${practice.integration}/${practice.session}`);
  await page.getByRole('tab', { name: 'Transactions' }).click();
  const transactions = page.getByRole('grid', { name: 'Transactions' });
  await expect(transactions.getByRole('row').nth(2).getByRole('button').nth(1)).toBeVisible();
  await transactions.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const reached = transactions.locator('button:focus');
  await expect(reached).toHaveCount(1);
  const first = (await reached.getAttribute('title')) ?? '';
  await page.keyboard.press('ArrowRight');
  await expect(reached).not.toHaveAttribute('title', first);
  expect(await outlineOf(reached)).toBe('solid');
  await page.keyboard.press('Enter');
  await expect(details(page)).toBeVisible();
  await expect(reached).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(transactions).toBeFocused();
});

test('each kind of values is one stop on the way to the list, and the arrow keys go through them', async ({
  page,
  practice,
  desk,
}) => {
  await closeHints(page, desk);
  await practice.ask('POST', `/sessions/${practice.session}/fill`, { events: 300 });
  await goTo(page, `/session/${practice.integration}/${practice.session}`);
  const types = page.getByRole('region', { name: 'Values to filter by' }).getByRole('group', { name: 'Type' });
  await expect(types.getByRole('checkbox').nth(3)).toBeVisible();
  const values = types.getByRole('checkbox');
  await values.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(values.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(types.getByRole('button', { name: /^More about/ }).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(values.nth(1)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(values.nth(1), 'the place among the values is kept').toBeFocused();
  let stops = 0;
  for (; stops < 40 && !(await events(page).evaluate((list) => list === document.activeElement)); stops += 1) {
    await page.keyboard.press('Tab');
  }
  expect(stops, 'kinds, their searches, and the border').toBeLessThan(20);
});

test('sessions are sorted, deleted and brought back by keyboard, and the focus is always seen', async ({
  page,
  practice,
}) => {
  await goTo(page, `/sessions/${practice.integration}`);
  const sessions = page.getByRole('grid', { name: 'Sessions' });
  await expect(sessions.getByRole('row', { name: 'Checkout v42' })).toBeVisible();
  await tabTo(page, sessions.getByRole('button', { name: 'Name', exact: true }));
  expect(await outlineOf(sessions.getByRole('button', { name: 'Name', exact: true }))).toBe('solid');
  await page.keyboard.press('Enter');
  await expect(sessions.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');

  await tabTo(page, sessions, 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await tabTo(page, page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }));
  await page.keyboard.press('Enter');
  await expectFocus(page, 'deleting a session');
  await tabTo(page, page.getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await expect(sessions.getByRole('row', { name: 'Checkout v42' })).toBeVisible();
  await expectFocus(page, 'bringing it back');
});
