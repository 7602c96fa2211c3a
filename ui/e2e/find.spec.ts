import { expectAccessible } from './accessible.ts';
import { importing, type Imported } from './events-files.ts';
import { closeHints, expect, goTo, test, type Page } from './practice.ts';

const events = (page: Page) => page.getByRole('grid', { name: 'Events' });
const rowOf = (page: Page, label: string) => events(page).getByRole('row', { name: label });
const box = (page: Page) => page.getByRole('combobox', { name: 'Filter events by text' });
const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
const chips = (page: Page) => page.getByRole('list', { name: 'Parts of the filter' });
const values = (page: Page) => page.getByRole('region', { name: 'Values to filter by' });
const count = (page: Page) => page.getByRole('search').getByRole('status').last();

/** An archive with events `Cart 0` to `Cart 39`, open in the inspector. */
async function opened(page: Page, imported: Promise<Imported>): Promise<Imported> {
  const made = await imported;
  await goTo(page, `/archive/${encodeURIComponent(made.archive)}`);
  await expect(count(page)).toHaveText('40 events');
  return made;
}

test.beforeEach(async ({ page, desk }) => {
  await closeHints(page, desk);
});

test('a query is written with what the session has, by keyboard alone', async ({ page, desk }) => {
  await opened(page, importing(desk, 'Checkout v42'));
  await page.keyboard.press('/');
  await expect(suggestions(page)).toHaveCount(0);
  // At once: offers for the first two letters look the same, and a key that meets them while the third is on its way takes none.
  await page.keyboard.insertText('nam');
  await expect(suggestions(page).getByRole('option', { name: /^name:/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(box(page)).toHaveValue('name:');
  await page.keyboard.type('"cart 3');
  await expect(suggestions(page).getByRole('option')).toHaveCount(11);
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(suggestions(page).getByRole('option', { selected: true })).toContainText('Cart 30');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('name:"Cart 30"');
  await expect(suggestions(page)).toHaveCount(0);
  await expect(count(page)).toHaveText('1 of 40');

  await box(page).fill('payload.ACPExtensionEventData.');
  await expect(suggestions(page).getByRole('option', { name: /^at/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(suggestions(page)).toHaveCount(0);
  await expect(box(page)).toHaveValue('payload.ACPExtensionEventData.');
  await box(page).fill('cart 7');
  await expect(suggestions(page)).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(
    suggestions(page)
      .getByRole('option', { name: /Cart 7/ })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('');
});

test('without its filter a found event is seen among its neighbours, and they are not new', async ({ page, desk }) => {
  await opened(page, importing(desk, 'Checkout v42'));
  // The line of the launch comes in before the events, and moves them.
  await expect(rowOf(page, 'Cart 38')).toHaveAttribute('aria-rowindex', '41');
  await rowOf(page, 'Cart 38').click();
  await box(page).fill('name:"Cart 38"');
  await expect(count(page)).toHaveText('1 of 40');
  await expect(rowOf(page, 'Cart 37')).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(count(page)).toHaveText('40 events');
  await expect(rowOf(page, 'Cart 37')).toBeInViewport();
  await expect(rowOf(page, 'Cart 38')).toBeInViewport();
  await expect(page.getByRole('button', { name: /\d new$/ })).toHaveCount(0);
});

test('values and noise become chips, which are negated, edited and taken away', async ({ page, desk }) => {
  await opened(page, importing(desk, 'Checkout v42'));
  const names = values(page).getByRole('group', { name: 'Name' });
  await names.getByRole('searchbox', { name: 'Search in names' }).fill('cart 39');
  await names.getByText('Cart 39').click();
  await expect(count(page)).toHaveText('1 of 40');
  await expect(chips(page).getByText('Name: Cart 39')).toBeVisible();
  await chips(page).getByRole('button', { name: 'Remove Name: Cart 39' }).click();
  await expect(count(page)).toHaveText('40 events');

  await names.getByText('Cart 39').hover();
  await names.getByRole('button', { name: 'More about Cart 39' }).click();
  await page.getByRole('menuitem', { name: 'Hide this' }).click();
  await expect(count(page)).toHaveText('39 of 40');
  await expect(rowOf(page, 'Cart 39')).toHaveCount(0);
  await chips(page).getByRole('button', { name: 'More about NOT name:"Cart 39"' }).click();
  await page.getByRole('menuitem', { name: 'Negate' }).click();
  await expect(count(page)).toHaveText('1 of 40');
  await expectAccessible(page);
  await chips(page).getByRole('button', { name: 'Edit name:"Cart 39"' }).click();
  await expect(box(page)).toHaveValue('name:"Cart 39"');
  await expect(box(page)).toBeFocused();
  await expect(chips(page)).toHaveCount(0);

  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('button', { name: 'Noise' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Logs' }).click();
  await page.keyboard.press('Escape');
  await expect(chips(page).getByText('Without logs')).toBeVisible();
  await values(page).getByText('Has error').click();
  await expect(page.getByRole('heading', { name: 'No event matches the filter' })).toBeVisible();
  await expect(page.getByText('Only errors and without logs hides all 40 events.')).toBeVisible();
});

test('a filter is saved, chosen after a restart of the window, and deleted', async ({ page, desk }) => {
  await opened(page, importing(desk, 'Checkout v42'));
  await box(page).fill('name:"Cart 1*"');
  await expect(count(page)).toHaveText('11 of 40');
  await page.getByRole('button', { name: 'Saved' }).click();
  await page.getByRole('menuitem', { name: 'Save this filter' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Ones');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Save this filter' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(count(page)).toHaveText('40 events');

  await page.reload();
  await page.getByRole('button', { name: 'Saved' }).click();
  await page.getByRole('menuitem', { name: 'Ones' }).click();
  await expect(box(page)).toHaveValue('name:"Cart 1*"');
  await expect(count(page)).toHaveText('11 of 40');
  await page.getByRole('button', { name: 'Saved' }).click();
  await page.getByRole('menuitem', { name: 'Delete saved filters' }).click();
  await page.getByRole('button', { name: 'Delete Ones' }).click();
  await expect(page.getByText('No filter is saved.')).toBeVisible();
});

test('all archives are searched, and a hit opens its archive with the filter', async ({ page, desk }) => {
  await importing(desk, 'Checkout v41');
  await importing(desk, 'Checkout v42');
  await goTo(page, '/archives');
  await page.getByRole('button', { name: 'Find in all archives…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Find in all archives' });
  await dialog.getByRole('combobox', { name: 'Find in all archives' }).fill('"Cart 1"');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('22 events found in 2 archives.')).toBeVisible();
  const hits = dialog.getByRole('region', { name: 'Checkout v41' });
  await expect(hits.getByText('11 of 40')).toBeVisible();
  await expect(hits.getByRole('listitem').first()).toContainText('Cart 19');
  await expectAccessible(page);
  await hits.getByRole('button', { name: /Cart 17/ }).click();
  await expect(page.getByRole('heading', { name: 'Checkout v41', level: 1 })).toBeVisible();
  await expect(box(page)).toHaveValue('"Cart 1"');
  await expect(count(page)).toHaveText('11 of 40');
  await expect(page.getByRole('region', { name: 'Details of the event' })).toContainText('Cart 17');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('find in all');
  await page.getByRole('menuitem', { name: 'Find in all archives' }).click();
  await dialog.getByRole('combobox', { name: 'Find in all archives' }).fill('name:');
  await dialog.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(dialog.getByText('a value is missing')).toBeVisible();
});
