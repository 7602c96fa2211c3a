import { expectAccessible } from './accessible.ts';
import { closeHints, expect, goTo, test, type Page } from './practice.ts';

const events = (page: Page) => page.getByRole('grid', { name: 'Events' });
const rowOf = (page: Page, label: string) => events(page).getByRole('row', { name: label });
const header = (page: Page, name: string) => events(page).getByRole('columnheader', { name });
const phone = '00000000-0000-4000-8000-00000000000a';

/** Events of two launches of an app: `Cart 1`, `Login 2` …, a second apart. */
const launches = (numbers: number[]) =>
  numbers.map((eventNumber, at) => ({
    clientId: phone,
    eventNumber,
    timestamp: 1_700_000_000_000 + at * 1_000,
    payload: {
      ACPExtensionEventName: `${at % 2 === 0 ? 'Cart' : 'Login'} ${at}`,
      ACPExtensionEventType: 'com.adobe.eventtype.custom',
      ACPExtensionEventSource: 'com.adobe.eventsource.none',
      ACPExtensionEventData: { basket: { price: 10 + at } },
    },
  }));

/** The labels of the rows that are drawn, launches among them. */
async function labels(page: Page): Promise<string[]> {
  // All at one time: rows come and go.
  return events(page)
    .locator('.list-row')
    .evaluateAll((rows) =>
      rows
        .toSorted((left, right) => Number(left.ariaRowIndex) - Number(right.ariaRowIndex))
        .map((row) => row.querySelector('.event-label, .event-launch')?.textContent?.split(' · ')[0] ?? ''),
    );
}

/** What the window asked to be copied. */
async function copies(page: Page): Promise<unknown[]> {
  const asked: unknown[] = [];
  await page.route('**/rpc/event*_copy', async (route) => {
    asked.push(route.request().postDataJSON());
    await route.fulfill({ json: null });
  });
  return asked;
}

test.beforeEach(async ({ page, practice, desk }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await closeHints(page, desk);
  await practice.ask('POST', `/sessions/${practice.session}/events`, launches([1, 2, 3, 1, 2]));
  await goTo(page, `/session/${practice.integration}/${practice.session}`);
  await expect(rowOf(page, 'Login 3')).toBeVisible();
});

test('app launches are sections, and the list is sorted by its headers', async ({ page }) => {
  await expect
    .poll(() => labels(page))
    .toEqual(['App launch 1', 'Cart 0', 'Login 1', 'Cart 2', 'App launch 2', 'Login 3', 'Cart 4']);
  await expect(header(page, 'Time')).toHaveAttribute('aria-sort', 'ascending');
  await rowOf(page, 'Cart 2').click();
  await page.keyboard.press('ArrowDown');
  await expect(rowOf(page, 'App launch 2')).toHaveAttribute('data-current', 'true');
  await expect(rowOf(page, 'Cart 2')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(rowOf(page, 'Login 3')).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);

  await header(page, 'Event').getByRole('button').click();
  await expect(header(page, 'Event')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => labels(page)).toEqual(['Cart 0', 'Cart 2', 'Cart 4', 'Login 1', 'Login 3']);
  await expect(rowOf(page, 'Login 3'), 'what is selected stays so').toHaveAttribute('aria-selected', 'true');
  await header(page, 'Event').getByRole('button').click();
  await expect.poll(() => labels(page)).toEqual(['Login 3', 'Login 1', 'Cart 4', 'Cart 2', 'Cart 0']);

  await page.reload();
  await expect(header(page, 'Event'), 'it is remembered').toHaveAttribute('aria-sort', 'descending');
});

test('columns are chosen, moved and added from a path, by keyboard', async ({ page }) => {
  const shown = () =>
    events(page)
      .getByRole('columnheader')
      .evaluateAll((all) => all.map((one) => one.dataset.column));
  const time = header(page, 'Time').getByRole('button');
  await time.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(shown).toEqual(expect.arrayContaining(['marks', 'client', 'time']));
  expect((await shown()).indexOf('time')).toBe(2);

  await page.keyboard.press('ArrowDown');
  await page.getByRole('menuitem', { name: 'Add a column for a path…' }).click();
  await page.getByRole('textbox', { name: 'Path to the value' }).fill('payload.ACPExtensionEventData.basket.price');
  await page.keyboard.press('Enter');
  await expect(header(page, 'price')).toBeVisible();
  await expect(rowOf(page, 'Cart 4').getByText('14', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await header(page, 'price').getByRole('button').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Remove the column' }).click();
  await expect(header(page, 'price')).toHaveCount(0);

  await header(page, 'Event').getByRole('button').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Time', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Since the session’s first event' }).click();
  await expect(rowOf(page, 'Cart 4').getByText('+4.000 s')).toBeVisible();
  await page.reload();
  await expect(rowOf(page, 'Cart 4').getByText('+4.000 s')).toBeVisible();
  expect((await shown()).indexOf('time')).toBe(2);
});

test('several events are selected and copied, and those like one are hidden', async ({ page }) => {
  const copied = await copies(page);
  await rowOf(page, 'Cart 0').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(events(page).locator('[aria-selected=true]')).toHaveCount(3);
  await rowOf(page, 'Cart 4').click({ modifiers: ['ControlOrMeta'] });
  await expect(events(page).locator('[aria-selected=true]')).toHaveCount(4);
  await page.keyboard.press('Control+c');
  await expect(page.getByText('4 events copied as JSON.')).toBeVisible();
  expect(copied).toHaveLength(1);
  expect((copied[0] as { events: string[] }).events).toHaveLength(4);
  await page.keyboard.press('Control+a');
  await expect(events(page).locator('[aria-selected=true]')).toHaveCount(5);

  await rowOf(page, 'Cart 2').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Copy 5 events/ }).click();
  await expect(page.getByText('5 events copied as JSON.')).toBeVisible();

  await rowOf(page, 'Cart 0').click();
  await page.keyboard.press(']');
  await expect(page.getByText('There is no later event of this kind in the list.')).toBeVisible();
  await page.keyboard.press('Shift+F10');
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'Hide events like this' }).click();
  await expect(page.getByText('4 of 5')).toBeVisible();
  await expect(rowOf(page, 'Cart 0')).toHaveCount(0);
});

test('rows are read in the order in which they are seen, however the list was scrolled', async ({ page, practice }) => {
  const many = Array.from({ length: 400 }, (_, at) => at + 3);
  await practice.ask('POST', `/sessions/${practice.session}/events`, launches(many));
  await expect(page.getByText('405 events')).toBeVisible();
  const list = events(page);
  for (const top of [0, 300, 2000, 1900, 9000, 400, 10_000, 40]) {
    await list.evaluate((scroller, to) => scroller.scrollTo(0, to), top);
    await expect(list.locator('.event-waiting')).toHaveCount(0);
    // In one step: elements that were found before the list moved show other rows after it.
    const rows = await list.evaluate((grid) =>
      [...grid.querySelectorAll('.list-row')].map((row) => ({
        id: row.id,
        number: Number(row.ariaRowIndex),
        top: row.getBoundingClientRect().top,
      })),
    );
    expect(rows.length).toBeGreaterThan(15);
    expect(new Set(rows.map(({ id }) => id)).size, `at ${top}, each row is there once`).toBe(rows.length);
    rows.slice(1).forEach((row, before) => {
      expect(row.number, `at ${top}`).toBe((rows[before]?.number ?? 0) + 1);
      expect(row.top, `at ${top}`).toBeGreaterThan(rows[before]?.top ?? Infinity);
    });
  }
});

test('the name of a vendor is cut in its middle where there is no room, and read out whole', async ({ page }) => {
  const vendor = () => rowOf(page, 'Login 3').getByRole('cell', { name: 'com.adobe.griffon.mobile', exact: true });
  await expect(vendor()).toHaveText(/^com\.a\w*….mobile$/);
  const overflow = () => vendor().evaluate((cell) => cell.scrollWidth - cell.clientWidth);
  expect(await overflow()).toBe(0);
  // What is said of the row that keys lead to.
  await expect(rowOf(page, 'Login 3')).toHaveAccessibleName(/^\d\d:[\d:.]+, .*Login 3, .*com\.adobe\.griffon\.mobile/);
  await page.setViewportSize({ width: 1800, height: 800 });
  await expect(vendor()).toHaveText('com.adobe.griffon.mobile');
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(vendor()).toHaveText(/….mobile$/);
  expect(await overflow()).toBe(0);
});
