import { expectAccessible } from './accessible.ts';
import { expect, goTo, test, type Page } from './practice.ts';

const rowOf = (page: Page, name: string) => page.getByRole('grid', { name: 'Sessions' }).getByRole('row', { name });

test.beforeEach(async ({ page, practice }) => {
  await goTo(page, `/sessions/${practice.integration}`);
  await expect(rowOf(page, 'Checkout v42')).toBeVisible();
});

test('a new session is made with a name and a link, and lands on what a device needs', async ({ page, practice }) => {
  await page.getByRole('button', { name: 'New session' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Regression 7');
  await dialog.getByRole('combobox', { name: 'Link' }).fill('acme');
  await expect(dialog.getByText('The link has no scheme in front.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('combobox', { name: 'Link' }).fill('acme://qa');
  await dialog.getByRole('button', { name: 'Create' }).click();

  await expect(dialog.getByRole('heading', { name: 'Connect a device to Regression 7' })).toBeVisible();
  await expect(dialog.getByRole('img', { name: 'QR code of the connect link' })).toBeVisible();
  await expect(dialog.getByText('acme://qa?adb_validation_sessionid=')).toBeVisible();
  await expect(dialog.getByRole('img', { name: /^PIN \d{4}$/ })).toBeVisible();
  await expect(dialog.getByText('Waiting for a device…')).toBeVisible();
  await expectAccessible(page);
  await practice.allowDevices();
  await dialog.getByRole('button', { name: 'Connect a simulated Pixel' }).click();
  await expect(dialog.getByText('Pixel 9')).toBeVisible();
  await dialog.getByRole('button', { name: 'Open inspector' }).click();
  await expect(page.getByRole('heading', { name: 'Regression 7' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Events' })).toBeVisible();
});

test('a refused new session stays on the screen with all that was typed', async ({ page, practice }) => {
  await practice.refuse('createSession');
  await page.getByRole('button', { name: 'New session' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Regression 7');
  await dialog.getByRole('combobox', { name: 'Link' }).fill('acme://qa');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Regression 7');
  await expect(dialog.getByRole('combobox', { name: 'Link' })).toHaveValue('acme://qa');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByRole('heading', { name: 'Connect a device to Regression 7' })).toBeVisible();
});

test('F2 renames in place; Enter saves, Esc gives the old name back', async ({ page }) => {
  await rowOf(page, 'Checkout v42').click();
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'Name of Checkout v42' });
  await expect(field).toBeFocused();
  await field.fill('Something else');
  await page.keyboard.press('Escape');
  await expect(rowOf(page, 'Checkout v42')).toBeVisible();

  await page.keyboard.press('F2');
  await field.fill('Checkout v43');
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'Checkout v43')).toBeVisible();
  await expect(page.getByRole('grid')).toBeFocused();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(rowOf(page, 'Checkout v43')).toHaveAttribute('aria-selected', 'true');
});

test('a refused name is taken back, and the reason is told', async ({ page, practice }) => {
  await practice.refuse('updateSession');
  await rowOf(page, 'Checkout v42').getByText('Checkout v42', { exact: true }).dblclick();
  await page.getByRole('textbox', { name: 'Name of Checkout v42' }).fill('Not allowed');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expect(rowOf(page, 'Checkout v42')).toBeVisible();
  await expect(rowOf(page, 'Not allowed')).toHaveCount(0);
});

test('the link is changed in place', async ({ page }) => {
  await rowOf(page, 'Checkout v42').click();
  await page.getByRole('button', { name: 'Change link', exact: true }).click();
  await page.getByRole('textbox', { name: 'Link of Checkout v42' }).fill('acme://staging');
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'Checkout v42').getByText('acme://staging')).toBeVisible();
});

test('deleting asks first, naming the session', async ({ page }) => {
  await rowOf(page, 'Checkout v42').click();
  await page.keyboard.press('Delete');
  const question = page.getByRole('alertdialog', { name: 'Delete Checkout v42' });
  await expect(question).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toHaveCount(0);
  await expect(rowOf(page, 'Checkout v42')).toBeVisible();

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(rowOf(page, 'Checkout v42')).toHaveCount(0);
  await page.getByRole('button', { name: 'Delete now' }).click();
  await expect(page.getByText('Deleted Checkout v42.')).toBeVisible();
});

test('a refused deletion brings the session back, and tells the reason', async ({ page, practice }) => {
  await practice.refuse('deleteSession');
  await rowOf(page, 'Checkout v42').click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete now' }).click();
  await expect(page.getByText('Checkout v42 was not deleted')).toBeVisible();
  await expect(rowOf(page, 'Checkout v42')).toBeVisible();
});

test('search and sort are quick ways through many sessions', async ({ page, practice, desk }) => {
  for (const name of ['Alpha', 'Beta', 'Gamma']) {
    await desk.call('session_create', { integration: practice.integration, name, link: 'acme://default' });
  }
  await expect(rowOf(page, 'Gamma')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('row').nth(1)).toContainText('Alpha');
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await expect(page.getByRole('row').nth(1)).not.toContainText('Alpha');

  await page.getByRole('searchbox', { name: 'Search sessions' }).fill('gam');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('status').filter({ hasText: '1 of 5' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search sessions' }).fill('no such thing');
  await expect(page.getByRole('heading', { name: 'No session matches “no such thing”' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(rowOf(page, 'Gamma')).toBeVisible();
});

test('Enter opens the selected session in the inspector', async ({ page }) => {
  await rowOf(page, 'Checkout v42').click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Events' })).toBeVisible();
});

test('a refused list says what to do, and tries again', async ({ page, practice }) => {
  await practice.ask('PUT', '/faults', [{ path: '', operation: 'sessions', kind: 'status', status: 403, times: 2 }]);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('button', { name: 'Copy details' })).toBeVisible();
  await expect(rowOf(page, 'Checkout v42')).toBeVisible();
});
