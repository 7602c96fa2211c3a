import { expectAccessible } from './accessible.ts';
import { importing } from './events-files.ts';
import { closeHints, expect, goTo, test, type Page } from './practice.ts';

const events = (page: Page) => page.getByRole('grid', { name: 'Events' });
const rowOf = (page: Page, name: string) => events(page).getByRole('row', { name: new RegExp(`\\b${name}\\b`) });
const details = (page: Page) => page.getByRole('region', { name: 'Details of the event' });
const marks = (page: Page) => details(page).getByRole('toolbar', { name: 'Marks' });
const count = (page: Page) => page.getByRole('search').getByRole('status').last();

test.beforeEach(async ({ page, desk }) => {
  await closeHints(page, desk);
  const { archive } = await importing(desk, 'Checkout v42');
  await goTo(page, `/archive/${encodeURIComponent(archive)}`);
  await expect(count(page)).toHaveText('40 events');
  await expect(rowOf(page, 'Cart 39')).toBeVisible();
  await events(page).focus();
  await page.keyboard.press('Home');
  await rowOf(page, 'Cart 0').click();
  await expect(details(page).getByRole('heading', { name: 'Cart 0' })).toBeVisible();
});

test('an event is flagged, noted and highlighted, and the marks are still there when it is opened again', async ({
  page,
}) => {
  await marks(page).getByRole('button', { name: 'Flag' }).click();
  await expect(rowOf(page, 'Cart 0').getByLabel('Flagged')).toBeVisible();
  await expect(page.getByRole('status', { name: 'Marks' })).toHaveText('Flagged.');
  await marks(page).getByRole('button', { name: 'Note' }).click();
  const note = page.getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  await page.keyboard.type('Sent twice');
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Go on writing' }).click();
  await expect(note).toHaveValue('Sent twice');
  await page.keyboard.type(' after resume');
  await page.keyboard.press('Control+Enter');
  await expect(details(page).getByRole('group', { name: 'Notes' })).toContainText('Sent twice after resume');
  await marks(page).getByRole('button', { name: 'Highlight' }).click();
  await page.getByRole('menuitemradio', { name: 'Green' }).click();
  await expect(marks(page).getByRole('button', { name: 'Highlight: green' })).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('Control+w');
  await expect(page.getByRole('heading', { name: 'Archives', level: 1 })).toBeVisible();
  await page.getByRole('grid', { name: 'Archives' }).getByRole('row', { name: 'Checkout v42' }).dblclick();
  await page.getByRole('combobox', { name: 'Filter events by text' }).fill('note:resume highlight:green flagged:true');
  await expect(count(page)).toHaveText('1 of 40');
});

test('hidden events leave the list with a way back, are counted and shown on request', async ({ page }) => {
  await marks(page).getByRole('button', { name: 'Hide' }).click();
  await expect(count(page)).toHaveText('39 events');
  await expect(details(page).getByRole('heading', { name: 'Cart 1' })).toBeVisible();
  await page
    .getByRole('alertdialog')
    .filter({ hasText: '1 event hidden.' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(count(page)).toHaveText('40 events');
  await marks(page).getByRole('button', { name: 'Hide' }).click();
  await page.getByRole('button', { name: '1 hidden · Show' }).click();
  await expect(count(page)).toHaveText('40 events');
  await expectAccessible(page);
  await page.getByRole('button', { name: '1 hidden shown · Leave out' }).click();
  await expect(count(page)).toHaveText('39 events');
});

test('the way back goes by itself, but not while somebody points at it', async ({ page }) => {
  await page.clock.install();
  await marks(page).getByRole('button', { name: 'Hide' }).click();
  const told = page.getByRole('alertdialog').filter({ hasText: '1 event hidden.' });
  await told.hover();
  await page.clock.fastForward(11_000);
  await expect(told).toBeVisible();
  await page.mouse.move(0, 0);
  await page.clock.fastForward(2_000);
  await expect(told).toHaveCount(0);
});

test('a session is cleared and restored', async ({ page }) => {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Clear session' }).click();
  await expect(page.getByRole('heading', { name: 'The session is cleared' })).toBeVisible();
  await expect(page.getByRole('button', { name: '40 hidden · Show' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Restore session' }).click();
  await expect(count(page)).toHaveText('40 events');
});

test('a report of the marked events is asked for with a title, remarks and what to make unrecognizable', async ({
  page,
}) => {
  const asked: unknown[] = [];
  // A browser has no dialog for files.
  await page.route('**/rpc/report_save', async (route) => {
    asked.push(route.request().postDataJSON());
    await route.fulfill({ json: { path: '/tmp/report.html' } });
  });
  await marks(page).getByRole('button', { name: 'Flag' }).click();
  await expect(marks(page).getByRole('button', { name: 'Flag' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('report of the marked');
  await page.getByRole('menuitem', { name: 'Report of the marked events' }).click();
  const dialog = page.getByRole('dialog', { name: 'Report of the marked events' });
  await expect(dialog.getByText('1 marked event.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Sent twice');
  await dialog.getByRole('textbox', { name: 'Remarks' }).fill('Look at the first.');
  await dialog.getByRole('switch', { name: /^Push tokens/ }).press('Space');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByText('Report saved as /tmp/report.html.')).toBeVisible();
  expect(asked).toEqual([expect.objectContaining({ title: 'Sent twice', remarks: 'Look at the first.' })]);
  expect(JSON.stringify(asked)).not.toContain('pushTokens');
});
