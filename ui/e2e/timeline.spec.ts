import { expectAccessible } from './accessible.ts';
import { closeHints, eventNamed, expect, goTo, test, type Page } from './practice.ts';

const strip = (page: Page) => page.getByRole('slider', { name: 'Moment of the session' });
const rowOf = (page: Page, label: string) =>
  page.getByRole('grid', { name: 'Events' }).getByRole('row', { name: label });

/** When the last event of a test was. */
let last = 0;

/** When the event of this number was, of so many: they are ten seconds apart. */
const timeOf = (number: number, count = 100) => last - (count - 1 - number) * 10_000;

/** Events named `Cart 0`, `Cart 1` …, the last one now. */
const carts = (count: number) => {
  last = Date.now();
  return Array.from({ length: count }, (_, at) => eventNamed(`Cart ${at}`, timeOf(at, count)));
};

/** Draws the pointer over a part of the strip. */
async function brush(page: Page, from: number, to: number) {
  const box = await strip(page).boundingBox();
  if (!box) throw new Error('the strip is not seen');
  await page.mouse.move(box.x + from * box.width, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + ((from + to) / 2) * box.width, box.y + 20);
  await page.mouse.move(box.x + to * box.width, box.y + 20);
  await page.mouse.up();
}

test.beforeEach(async ({ page, practice, desk }) => {
  await closeHints(page, desk);
  await practice.ask('POST', `/sessions/${practice.session}/events`, carts(100));
  await goTo(page, `/session/${practice.integration}/${practice.session}`);
  await expect(rowOf(page, 'Cart 99')).toBeVisible();
  // The first and the last event are known to the strip.
  await expect(strip(page)).toHaveAttribute('aria-valuetext', /event/);
});

test('a click on the strip leads the list to that moment, and the cursor follows the list', async ({ page }) => {
  const box = await strip(page).boundingBox();
  await page.mouse.click((box?.x ?? 0) + 2, (box?.y ?? 0) + 15);
  await expect(rowOf(page, 'Cart 0')).toHaveAttribute('aria-selected', 'true');
  await expect(rowOf(page, 'Cart 0')).toBeInViewport();
  await expect(strip(page)).toHaveAttribute('aria-valuenow', String(timeOf(0)));
  await rowOf(page, 'Cart 5').click();
  await expect(strip(page)).toHaveAttribute('aria-valuenow', String(timeOf(5)));
});

test('brushing narrows the list to that time, and the whole session comes back', async ({ page }) => {
  await brush(page, 0.1, 0.3);
  await expect(page.getByText(/^\d\d of 100$/)).toBeVisible();
  await expect(rowOf(page, 'Cart 99')).toHaveCount(0);
  await expect(page.getByText(/time:\d{4}-.*\.\./).first()).toBeVisible();
  await page.getByRole('button', { name: 'Whole session' }).click();
  await expect(page.getByText('100 events')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Whole session' })).toHaveCount(0);

  await brush(page, 0.5, 0.6);
  await expect(page.getByText(/^\d+ of 100$/)).toBeVisible();
  await strip(page).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByText('100 events')).toBeVisible();
});

test('the strip is a slider: it is moved and zoomed by keyboard, and says where it is', async ({ page }) => {
  await strip(page).focus();
  await page.keyboard.press('Home');
  await expect(rowOf(page, 'Cart 0')).toHaveAttribute('aria-selected', 'true');
  await expect(strip(page)).toBeFocused();
  await expect(strip(page)).toHaveAttribute('aria-valuetext', /^\d\d:\d\d:\d\d\.\d{3}, 1 event/);
  const whole = Number(await strip(page).getAttribute('aria-valuemax'));
  await page.keyboard.press('+');
  await expect.poll(async () => Number(await strip(page).getAttribute('aria-valuemax'))).toBeLessThan(whole);
  await page.keyboard.press('-');
  await expect.poll(async () => Number(await strip(page).getAttribute('aria-valuemax'))).toBe(whole);
  await page.keyboard.press('PageUp');
  await expect(rowOf(page, 'Cart 0')).not.toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(rowOf(page, 'Cart 99')).toHaveAttribute('aria-selected', 'true');
});

test('the wheel zooms, and double-clicking goes back', async ({ page }) => {
  const whole = Number(await strip(page).getAttribute('aria-valuemin'));
  await strip(page).hover();
  await page.mouse.wheel(0, -500);
  await expect.poll(async () => Number(await strip(page).getAttribute('aria-valuemin'))).toBeGreaterThan(whole);
  await expect(page.getByText('100 events')).toBeVisible();
  await strip(page).dblclick();
  await expect.poll(async () => Number(await strip(page).getAttribute('aria-valuemin'))).toBe(whole);
});

test('opened, it has a lane for each client, and stays open', async ({ page, practice }) => {
  await practice.allowDevices();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('button', { name: 'Connect a simulated iPhone' }).click();
  await page.getByRole('dialog').getByText('iPhone 16 Pro').first().waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Lanes of each client' }).click();
  const lanes = page.getByRole('list', { name: 'Lanes' });
  await expect(lanes.getByText('iPhone 16 Pro', { exact: true })).toBeVisible();
  await expect(lanes.getByText('No client')).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(lanes.getByText('iPhone 16 Pro', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Fold the timeline' }).click();
  await expect(lanes).toHaveCount(0);
});

test('a reader is told how many events came', async ({ page, practice }) => {
  await practice.ask('POST', `/sessions/${practice.session}/events`, carts(3).slice(0, 2));
  await expect(page.getByRole('status', { name: 'New events' })).toHaveText(/^\d+ new events?\s?$/);
});
