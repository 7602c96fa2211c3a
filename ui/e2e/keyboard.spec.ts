import { expectFocus } from './accessible.ts';
import { outlineOf, pressOn, tabTo } from './by-keyboard.ts';
import { archived, importing, importingText } from './events-files.ts';
import { nextStep, savePractice } from './guiding.ts';
import { closeHints, expect, goTo, openWithLogins, test, type Page } from './practice.ts';

const events = (page: Page) => page.getByRole('grid', { name: 'Events' });
const rowOf = (page: Page, label: string) => events(page).getByRole('row', { name: label });
const details = (page: Page) => page.getByRole('region', { name: 'Details of the event' });

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

test('what is typed right behind / is text of the filter, also where another view is shown', async ({ page, desk }) => {
  const { archive } = await importing(desk, 'Checkout v42');
  await closeHints(page, desk);
  await goTo(page, `/archive/${encodeURIComponent(archive)}`);
  await expect(events(page).getByRole('row').nth(4)).toBeVisible();
  const field = page.getByRole('combobox', { name: 'Filter events by text' });
  for (const view of ['Events', 'Logs']) {
    await page.getByRole('tab', { name: view, exact: true }).click();
    await page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
      // No time passes for those who type fast.
      document.execCommand('insertText', false, 'name:Cart');
    });
    await expect(field).toHaveValue('name:Cart');
    await field.clear();
  }
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
  // Two events may have one name.
  const first = await reached.elementHandle();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => first?.evaluate((button) => button === document.activeElement)).toBe(false);
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
  const more = types.getByRole('button', { name: /^More about/ }).nth(1);
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Only this' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more, 'the menu gives the focus back').toBeFocused();
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

test('an integration is opened, changed and deleted by keyboard', async ({ page, practice, desk }) => {
  const draft = (await desk.call('draft_open', { integration: null, practice: 'oauthServerToServer' })) as {
    id: string;
  };
  await desk.call('draft_save', { draft: draft.id });
  await goTo(page, '/integrations');
  const integrations = page.getByRole('grid', { name: 'Integrations' });
  await expect(integrations.getByRole('row')).toHaveCount(3);
  await tabTo(page, integrations.getByRole('row').nth(1));
  await page.keyboard.press('ArrowLeft');
  const actions = integrations.getByRole('button', { name: /^Actions for/ });
  await expect(actions.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Open' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(actions.first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  await expectFocus(page, 'opening an integration');

  await pressOn(page, page.getByRole('button', { name: 'Edit' }));
  await pressOn(page, page.getByRole('button', { name: 'Name and organization' }));
  await tabTo(page, page.getByRole('textbox', { name: 'Name' }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Renamed');
  await pressOn(page, page.getByRole('button', { name: 'Save', exact: true }));
  await expect(page.getByRole('heading', { name: 'Renamed', level: 1 })).toBeVisible();
  await expectFocus(page, 'saving an integration');

  const question = page.getByRole('alertdialog', { name: 'Delete Renamed?' });
  await pressOn(page, page.getByRole('button', { name: 'Actions for Renamed' }));
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Actions for Renamed' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await pressOn(page, question.getByRole('button', { name: 'Delete' }));
  await expect(integrations.getByRole('row')).toHaveCount(2);
  await expectFocus(page, 'deleting an integration');
  await tabTo(page, integrations.getByRole('row').nth(1));
  expect(practice.integration).toBeTruthy();
});

test('a client secret is rotated by keyboard, and each step takes the focus', async ({ page, desk }) => {
  const integration = await savePractice(desk.call, 'oauthServerToServer');
  await goTo(page, `/integrations/${integration}`);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const arrived = (title: string) => expect(page.getByRole('heading', { name: title, level: 2 })).toBeFocused();
  await pressOn(page, button('Rotate the client secret'));
  await expect(nextStep(page)).toContainText('Add a new client secret');
  await expectFocus(page, 'the guide is opened');
  await pressOn(page, button('Enter a client secret from Developer Console'));
  await expect(page.getByLabel('New client secret')).toBeVisible();
  await expectFocus(page, 'another way is unfolded');
  await pressOn(page, button('Add a client secret'), 'Shift+Tab');
  await arrived('Try the new client secret');
  await pressOn(page, button('Request an access token'));
  await arrived('Take it into use');
  await pressOn(page, button('Use the new client secret'));
  await arrived('Retire the old client secret');
  await pressOn(page, button(/^Delete the client secret made on/).first());
  const question = page.getByRole('alertdialog', { name: /Delete/ });
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(button(/^Delete the client secret made on/).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await pressOn(page, question.getByRole('button', { name: 'Delete' }));
  await expect(question).toHaveCount(0);
  await arrived('Finish');
  await pressOn(page, button('Finish…'));
  await pressOn(page, page.getByRole('alertdialog', { name: /^Finish/ }).getByRole('button', { name: 'Finish' }));
  await expect(page.getByRole('region', { name: 'Credentials' })).toBeVisible();
  await expectFocus(page, 'the guide is finished');
});

test('a token that is pasted is told of, and the focus stays in the field', async ({ page }) => {
  await goTo(page, '/integrations/tokens');
  const field = page.getByRole('textbox', { name: 'JWT or access token' });
  await tabTo(page, field);
  await page.keyboard.insertText(
    [{ alg: 'RS256' }, { exp: 1 }, {}].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.'),
  );
  await expect(page.getByRole('region', { name: 'Claims' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^JWT of another kind: .*wrong/ })).toBeAttached();
  await expect(field).toBeFocused();
});

test('tags are searched by keyboard', async ({ page, practice }) => {
  await goTo(page, `/integrations/${practice.integration}/tags`);
  const table = page.getByRole('group', { name: 'Rights beside those of each role' });
  await tabTo(page, table);
  expect(await outlineOf(table), 'the focus is seen').not.toBe('none');
  await tabTo(page, page.getByRole('searchbox', { name: 'Search properties' }));
  await page.keyboard.type('no such property');
  await expect(page.getByText('No property fits.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox', { name: 'Search properties' })).toHaveValue('');
  const platform = page.getByRole('button', { name: /Platform/ });
  await pressOn(page, platform);
  await page.keyboard.type('Mobile');
  await page.keyboard.press('Enter');
  await expect(platform).toContainText('Mobile');
  await expect(platform).toBeFocused();
});

test('events are found in all archives by keyboard, and more of them are shown', async ({ page, desk }) => {
  await importing(desk, 'Kept');
  await goTo(page, '/archives');
  await pressOn(page, page.getByRole('button', { name: 'Find in all archives…' }));
  const dialog = page.getByRole('dialog', { name: 'Find in all archives' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Cart');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status').filter({ hasText: '40 events found in 1 archive.' })).toBeVisible();
  await expect(dialog.getByRole('combobox')).toBeFocused();
  const hits = dialog.getByRole('region', { name: 'Kept' }).getByRole('listitem').getByRole('button');
  await expect(hits).toHaveCount(5);
  await pressOn(page, dialog.getByRole('button', { name: 'Show 35 more' }));
  await expect(hits).toHaveCount(40);
  await expect(hits.nth(5), 'the first of those that came').toBeFocused();
  expect(await outlineOf(hits.nth(5))).toBe('solid');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Events' }).getByRole('row', { name: 'Cart 34' })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expectFocus(page, 'opening what was found');
});

test('archives are opened, kept and deleted by keyboard, to the last one', async ({ page, desk }) => {
  await importing(desk, 'First');
  await importingText(desk, archived('Second', 3));
  await goTo(page, '/archives');
  const archives = page.getByRole('grid', { name: 'Archives' });
  await tabTo(page, archives);
  const question = page.getByRole('alertdialog', { name: /^Delete/ });
  for (const left of [1, 0]) {
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(question).toHaveCount(0);
    await expect(archives).toBeFocused();
    await page.keyboard.press('Delete');
    await pressOn(page, question.getByRole('button', { name: 'Delete' }));
    await expect(archives.getByRole('row')).toHaveCount(left === 0 ? 0 : left + 1);
    if (left > 0) await expect(archives).toBeFocused();
  }
  await expect(page.getByRole('heading', { name: 'No archives' })).toBeVisible();
  await expectFocus(page, 'deleting the last archive');
});

test('the network is set by keyboard, and the focus stays where something can be done', async ({ page }) => {
  await goTo(page, '/settings');
  const address = page.getByRole('textbox', { name: 'Address of the proxy' });
  await tabTo(page, page.getByRole('radiogroup', { name: 'Proxy' }).getByRole('radio', { name: 'As the system' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'This address' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(address).toBeFocused();
  await page.keyboard.type('nonsense');
  await pressOn(page, page.getByRole('button', { name: 'Try the connection' }));
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try the connection' })).toBeFocused();
  await tabTo(page, address, 'Shift+Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('http://127.0.0.1:9');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Network settings are saved.')).toBeVisible();
  await expect(address).toBeFocused();
  await page.keyboard.type('9');
  await pressOn(page, page.getByRole('button', { name: 'Save', exact: true }));
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Try the connection' })).toBeFocused();
});
