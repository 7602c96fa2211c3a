import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';

test('every place is reached from the side, and back and forward work', async ({ page }) => {
  const places = page.getByRole('navigation', { name: 'Places' });
  for (const name of ['Integrations', 'Sessions', 'Archives', 'Practice', 'Settings', 'Home']) {
    await places.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(places.getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
  }
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('heading', { name: 'Practice', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Forward' }).click();
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

test('the palette reaches places by keyboard alone', async ({ page }) => {
  // From then on the window listens to keys.
  await expect(page).toHaveTitle('Home – Assurance Desk');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('menuitem', { name: 'Home' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type('setti');
  await expect(page.getByRole('menuitem')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the palette says so when nothing is called that', async ({ page }) => {
  await expect(page).toHaveTitle('Home – Assurance Desk');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('searchbox', { name: 'Place or action' }).fill('zzz');
  await expect(page.getByText('Nothing is called “zzz”.')).toBeVisible();
});

test('the window remembers where it was', async ({ page, desk }) => {
  await page.getByRole('link', { name: 'Practice' }).click();
  await expect(page.getByRole('heading', { name: 'Practice', level: 1 })).toBeVisible();
  await page.goto('about:blank');
  await page.goto(desk.url);
  await expect(page.getByRole('heading', { name: 'Practice', level: 1 })).toBeVisible();
});

test('the token is not left in the address', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(page.url()).not.toContain('token');
});

test('an open session stays in the side navigation until it is closed', async ({ page }) => {
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page).toHaveURL(/#\/session\//);
  const open = page.getByRole('region', { name: 'Open sessions' });
  await expect(open.getByRole('link')).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await open.getByRole('link').click();
  await expect(page).toHaveURL(/#\/session\//);
  await page.keyboard.press('Control+w');
  await expect(page.getByRole('heading', { name: 'Sessions', level: 1 })).toBeVisible();
  await expect(open).toHaveCount(0);
});

test('what Adobe or a user named is only ever text', async ({ page, desk }) => {
  const { integration } = (await desk.call('practice_try', null)) as { integration: string };
  const name = '<img src=x onerror="document.title=1">';
  await desk.call('session_create', { integration, name, link: 'acme://default' });
  await expect(page.getByText(name)).toBeVisible();
});
