import { expectAccessible } from './accessible.ts';
import { expect, test, type Desk, type Page } from './desk.ts';

const session = '7a5fe0e6-3b7d-4b53-9a4e-2f0c3e7d1a11';

/** Opens the page anew with something that waits to be opened, as a link or a file from outside does. */
async function asked(page: Page, desk: Desk, openings: unknown[]): Promise<void> {
  // The page that is open has asked already, or is about to.
  await page.goto('about:blank');
  let waiting = openings;
  await page.route('**/rpc/openings_take', async (route) => {
    await route.fulfill({ json: waiting });
    waiting = [];
  });
  await page.goto(desk.url);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

test('a link leads nowhere before the user has said so', async ({ page, desk }) => {
  await asked(page, desk, [
    { kind: 'place', place: 'settings' },
    { kind: 'place', place: 'archives' },
  ]);
  const question = page.getByRole('alertdialog', { name: 'Go to Settings?' });
  await expect(question).toContainText('A link from outside this program wants to show Settings.');
  await expectAccessible(page);
  // Who only presses Enter does not follow it.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog', { name: 'Go to Archives?' })).toBeVisible();
  await expect(heading(page, 'Home')).toBeAttached();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(heading(page, 'Archives')).toBeVisible();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
});

test('a link to a session names the integration that would be used, and what happens', async ({ page, desk }) => {
  await desk.call('practice_try', null);
  await asked(page, desk, [{ kind: 'session', session, integration: null }]);
  const question = page.getByRole('alertdialog', { name: 'Open this session?' });
  await expect(question).toContainText(session);
  await expect(question).toContainText('with the integration Practice');
  await page.screenshot({ path: test.info().outputPath('link.png') });
  await question.getByRole('button', { name: 'Do not open' }).click();
  await expect(question).toHaveCount(0);
  expect(page.url()).not.toContain(session);
});

test('a link that leads nowhere on this computer says why', async ({ page, desk }) => {
  await asked(page, desk, [{ kind: 'session', session, integration: null }]);
  const refused = page.getByRole('alertdialog', { name: 'The link was not opened' });
  await expect(refused).toContainText('no integration');
  await refused.getByRole('button', { name: 'Close' }).click();
  await expect(refused).toHaveCount(0);
});

test('what is no link at all is refused with its reason', async ({ page, desk }) => {
  const problem = {
    code: 'invalid-input',
    title: 'The link was not opened',
    message: 'It says one thing twice.',
    nextStep: 'Ask for a new link.',
    detail: null,
  };
  await asked(page, desk, [{ kind: 'refused', problem }]);
  await expect(page.getByRole('alertdialog')).toContainText('It says one thing twice. Ask for a new link.');
});
