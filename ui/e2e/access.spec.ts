import { expectAccessible, expectAccessibleInEveryLook } from './accessible.ts';
import { pressOn, tabTo } from './by-keyboard.ts';
import { expect, goTo, test, type Page } from './practice.ts';

const progress = (page: Page) => page.getByRole('status').filter({ hasText: /\d+ of \d+ done/ });
/** What the window asked to be copied; a browser has no clipboard of Rust's. */
async function copies(page: Page): Promise<string[]> {
  const copied: string[] = [];
  await page.route('**/rpc/copy_text', async (route) => {
    copied.push((route.request().postDataJSON() as { text: string }).text);
    await route.fulfill({ json: null });
  });
  return copied;
}

const step = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title }).first();

test('the first start leads to the guide, and what is ticked by hand stays', async ({ page }) => {
  const copied = await copies(page);
  await page.getByRole('link', { name: 'What you need before you start' }).click();
  await expect(progress(page)).toContainText('0 of 15 done');
  await page.getByRole('checkbox', { name: 'Have an Adobe ID' }).press('Space');
  await page.getByRole('checkbox', { name: 'Create a project' }).press('Space');
  await expect(progress(page)).toContainText('2 of 15 done');
  await page.getByRole('button', { name: 'Copy a message to send: Become a developer' }).click();
  await expect(page.getByText('Message copied.')).toBeVisible();
  expect(copied[0]).toContain('as a developer to the product profile AEP-Default-All-Users');
  await expectAccessibleInEveryLook(page, 'the access guide');

  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Have an Adobe ID' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Have an Adobe ID' }).press('Space');
  await expect(progress(page)).toContainText('1 of 15 done');
});

test('what is wanted decides which steps there are', async ({ page }) => {
  await goTo(page, '/access');
  await expect(page.getByRole('checkbox', { name: 'Add Experience Platform API' })).toBeHidden();
  await page.getByRole('checkbox', { name: 'Experience Platform', exact: true }).press('Space');
  await expect(page.getByRole('checkbox', { name: 'Add Experience Platform API' })).toBeVisible();
  await page.getByRole('radio', { name: 'Service account (JWT, older)' }).press('Space');
  await expect(page.getByRole('checkbox', { name: 'Have the key of a registered certificate' })).toBeVisible();
  await page.getByRole('button', { name: 'New integration' }).click();
  await expect(page.getByRole('heading', { name: 'New integration', level: 1 })).toBeVisible();
});

test('a check ticks steps by itself, and the last ticks lead to Sessions', async ({ page, desk, practice }) => {
  await desk.call('access_tick', { integration: null, step: 'adobeId', done: true });
  await goTo(page, `/integrations/${practice.integration}`);
  await page.getByRole('link', { name: 'Access guide' }).click();
  await expect(progress(page)).toContainText('2 of 15 done');
  await expect(page.getByText('not checked yet')).toBeVisible();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(progress(page)).toContainText('14 of 15 done');
  await expect(page.getByText('· checked just now')).toBeVisible();
  await expect(step(page, 'Assurance lists its sessions').getByRole('img', { name: 'Passed' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('checkbox', { name: 'Become a user of the same product profile' }).press('Space');
  await page.getByRole('button', { name: 'Open Sessions' }).click();
  await expect(page.getByRole('row', { name: 'Checkout v42' })).toBeVisible();
});

test('a step that fails says what to do, and what to write to whom', async ({ page, practice }) => {
  const copied = await copies(page);
  await practice.ask('PUT', '/settings', { productProfile: false });
  await goTo(page, `/access/${practice.integration}`);
  await page.getByRole('checkbox', { name: 'Experience Platform', exact: true }).press('Space');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(progress(page)).toContainText('2 steps need somebody');

  const failed = step(page, 'Open AEP-Default-All-Users to the credential');
  await page.getByRole('button', { name: 'Show what failed' }).click();
  await expect(failed).toBeFocused();
  await expect(failed.getByRole('img', { name: 'Failed' })).toBeVisible();
  await failed.getByRole('button', { name: 'Copy a message to an administrator in Admin Console' }).click();
  await expect(page.getByText('Message copied.')).toBeVisible();
  expect(copied[0]).toMatch(/AEP-Default-All-Users[^]*Client ID: /);
  await expect(step(page, 'Experience Platform lists XDM classes')).toContainText('See “Open AEP-Default-All-Users');
  await expectAccessible(page);

  await practice.ask('PUT', '/settings', { productProfile: true });
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(failed.getByRole('img', { name: 'Passed' })).toBeVisible();
});

test('without a way to Adobe the guide says so, and keeps what was ticked', async ({ page, desk, practice }) => {
  await desk.call('access_tick', { integration: practice.integration, step: 'project', done: true });
  await practice.ask('PUT', '/faults', [{ path: '', kind: 'cutBeforeAnswer' }]);
  await goTo(page, `/access/${practice.integration}`);
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(progress(page)).toContainText('Adobe cannot be reached');
  await expect(step(page, 'Reach Adobe from this computer')).toContainText('Adobe could not be reached');
  await expect(page.getByRole('img', { name: 'Failed' })).toHaveCount(1);
  await expect(page.getByRole('checkbox', { name: 'Create a project' })).toBeChecked();
});

test('by keyboard alone: an integration is chosen, checked, and what failed is reached', async ({ page, practice }) => {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await practice.ask('PUT', '/settings', { productProfile: false });
  await goTo(page, '/access');
  const integration = page.getByRole('button', { name: /^Integration|Integration$/ });
  await pressOn(page, integration);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(button('Check now')).toBeVisible();
  await expect(integration, 'what was chosen with').toBeFocused();
  const platform = page.getByRole('checkbox', { name: 'Experience Platform', exact: true });
  await tabTo(page, platform);
  await page.keyboard.press('Space');
  await expect(platform).toBeFocused();
  await pressOn(page, button('Check now'));
  await expect(progress(page)).toHaveText(/2 steps need somebody$/);
  await expect(button('Check now')).toBeFocused();
  await pressOn(page, button('Show what failed'), 'Shift+Tab');
  const failed = step(page, 'Open AEP-Default-All-Users to the credential');
  await expect(failed).toBeFocused();
  await tabTo(page, failed.getByRole('button', { name: /^Copy a message/ }));
});
