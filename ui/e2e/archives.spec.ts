import { writeFile } from 'node:fs/promises';
import { expectAccessible } from './accessible.ts';
import { lettingDrop } from './credentials.ts';
import { archived, importing, withFolder, type Imported } from './events-files.ts';
import { closeHints, eventNamed, expect, goTo, test, type Page } from './practice.ts';

const archives = (page: Page) => page.getByRole('grid', { name: 'Archives' });
const rowOf = (page: Page, name: string | RegExp) => archives(page).getByRole('row', { name });
const events = (page: Page) => page.getByRole('grid', { name: 'Events' });
const filter = (page: Page) => page.getByRole('combobox', { name: 'Filter events by text' });
const count = (page: Page) => page.getByRole('search').getByRole('status').last();

/** A session of Adobe's export, imported and shown in the list. */
async function listed(page: Page, imported: Promise<Imported>): Promise<Imported> {
  const made = await imported;
  await goTo(page, '/archives');
  await expect(rowOf(page, made.name)).toBeVisible();
  return made;
}

/** The same archive, open in the inspector. */
async function opened(page: Page, imported: Promise<Imported>): Promise<Imported> {
  const made = await imported;
  await goTo(page, `/archive/${encodeURIComponent(made.archive)}`);
  await expect(count(page)).toHaveText('40 events');
  return made;
}

test.beforeEach(async ({ page, desk }) => {
  await closeHints(page, desk);
});

test('without archives, the place says what they are for', async ({ page }) => {
  await page.getByRole('link', { name: 'Archives' }).click();
  await expect(page.getByRole('heading', { name: 'No archives' })).toBeVisible();
  await expect(page.getByText('Adobe deletes a session and its events 30 days after')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Import events…' }).click();
  // A browser has no dialog for files, and says so.
  await expect(page.getByRole('alertdialog')).toBeVisible();
});

test('a file that is dropped on the archives becomes one, and its toast opens it', async ({ page }) => {
  const drop = await lettingDrop(page);
  await withFolder(async (folder) => {
    const path = `${folder}/checkout.json`;
    await writeFile(path, archived('Checkout v42', 40));
    await page.getByRole('link', { name: 'Archives' }).click();
    await expect(page.getByRole('button', { name: 'Import events…' }).first()).toBeVisible();
    await drop([path]);
    await expect(rowOf(page, 'Checkout v42')).toContainText('40');
    await expect(rowOf(page, 'Checkout v42')).toContainText('imported from checkout.json');
    const toast = page.getByRole('alertdialog');
    await expect(toast).toContainText('Imported checkout.json: 40 events.');
    await expect(page.getByRole('button', { name: '1 job done' })).toBeVisible();
    await toast.getByRole('button', { name: 'Open' }).click();
    await expect(page.getByRole('heading', { name: 'Checkout v42', level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: '1 job done' })).toHaveCount(0);
  });
});

test('an archive is opened by keyboard, and is an inspector without following', async ({ page, desk }) => {
  await listed(page, importing(desk, 'Checkout v42'));
  await expectAccessible(page);
  await archives(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(rowOf(page, 'Checkout v42')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: /^Archive$/ })).toBeVisible();
  await expect(count(page)).toHaveText('40 events');
  await expect(page.getByRole('button', { name: 'Connect', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Open sessions' }).getByRole('link')).toHaveText('Checkout v42');
  await expect(events(page).getByRole('row', { name: 'Cart 39' })).toBeVisible();
  await events(page).focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('region', { name: 'Details of the event' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+w');
  await expect(page.getByRole('heading', { name: 'Archives', level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Open sessions' })).toHaveCount(0);
});

test('archives are searched, and the search says when it hides them all', async ({ page, desk }) => {
  await importing(desk, 'Checkout v42');
  await listed(page, importing(desk, 'Regression 7'));
  const search = page.getByRole('searchbox', { name: 'Search archives' });
  await search.fill('regr');
  await expect(page.getByRole('status').filter({ hasText: '1 of 2' })).toBeVisible();
  await expect(rowOf(page, 'Checkout v42')).toHaveCount(0);
  await search.fill('no such thing');
  await expect(page.getByRole('heading', { name: 'No archive matches “no such thing”' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(rowOf(page, 'Checkout v42')).toBeVisible();
});

test('deleting names what goes and what stays, and an open archive is closed', async ({ page, desk }) => {
  await opened(page, importing(desk, 'Checkout v42'));
  await page.getByRole('link', { name: 'Archives' }).click();
  await expect(rowOf(page, 'Checkout v42')).toContainText('open');
  await rowOf(page, 'Checkout v42').click();
  await page.keyboard.press('Delete');
  const question = page.getByRole('alertdialog', { name: 'Delete Checkout v42' });
  await expect(question).toContainText('40 events');
  await expect(question).toContainText('is not touched');
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'No archives' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Open sessions' })).toHaveCount(0);
});

test('a damaged file says what is wrong and what to do', async ({ page, desk }) => {
  const { archive } = await importing(desk, 'Checkout v42');
  await writeFile(`${desk.data}/archives/${archive}.assurance`, 'no archive at all');
  await page.getByRole('link', { name: 'Archives' }).click();
  const row = archives(page).getByRole('row').nth(1);
  await expect(row.getByLabel('Problem')).toBeVisible();
  await row.click();
  await expect(page.getByRole('alert').filter({ hasText: 'This is not an archive' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Back to archives' })).toBeVisible();
});

test('the filter is a query: fields, words and comparisons', async ({ page, desk }) => {
  await opened(page, importing(desk, 'Checkout v42'));
  await page.keyboard.press('/');
  await page.keyboard.type('name:"Cart 1*" payload.ACPExtensionEventData.at>=15');
  await expect(count(page)).toHaveText('5 of 40');
  await expect(events(page).getByRole('row', { name: 'Cart 14' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(filter(page)).toHaveValue('');
  await expect(count(page)).toHaveText('40 events');
});

test('a mistake is shown under the box, and the list keeps the last good filter', async ({ page, desk }) => {
  await opened(page, importing(desk, 'Checkout v42'));
  await filter(page).fill('cart');
  await expect(count(page)).toHaveText('40 of 40');
  await filter(page).fill('name:"Cart 1*"');
  await expect(count(page)).toHaveText('11 of 40');
  await filter(page).fill('name:"Cart 1*" nam:x');
  const note = page.getByRole('search').getByRole('status').first();
  await expect(note).toContainText('Column 16:');
  await expect(note).toContainText('Expected:');
  await expect(page.getByLabel('The filter is not understood')).toBeVisible();
  await expect(count(page)).toHaveText('11 of 40');
  await expectAccessible(page);

  // The values beside it go on working, with the last good query.
  await page.getByRole('group', { name: 'Vendor' }).getByText('com.adobe.griffon.mobile').click();
  await expect(count(page)).toHaveText('11 of 40');
  await expect(filter(page)).toHaveValue('name:"Cart 1*" nam:x');

  await filter(page).fill('name:"Cart 2*"');
  await expect(page.getByLabel('The filter is not understood')).toBeHidden();
  await expect(note).toBeEmpty();
});

test('help shows the language, and an example is tried by a press', async ({ page, desk }) => {
  await opened(page, importing(desk, 'Checkout v42'));
  await page.getByRole('button', { name: 'How to filter' }).click();
  const help = page.getByRole('dialog', { name: 'How to filter' });
  await expect(help.getByRole('heading', { name: 'Payload' })).toBeVisible();
  await expectAccessible(page);
  await help.getByRole('button', { name: 'has:error', exact: true }).click();
  await expect(filter(page)).toHaveValue('has:error');
  await expect(filter(page)).toBeFocused();
  await expect(page.getByRole('heading', { name: 'No event matches the filter' })).toBeVisible();
});

test('every example of the help is understood', async ({ page, desk }) => {
  await opened(page, importing(desk, 'Checkout v42'));
  await page.getByRole('button', { name: 'How to filter' }).click();
  const examples = page.getByRole('region', { name: 'Examples' }).getByRole('button');
  for (const text of await examples.allTextContents()) {
    expect(await desk.call('query_check', { text }), text).toEqual({ mistake: null });
  }
});

test('an export says what will go, and keeps what was chosen when it cannot be saved', async ({ page, desk }) => {
  await opened(page, importing(desk, 'Checkout v42'));
  await filter(page).fill('name:"Cart 1*"');
  await expect(count(page)).toHaveText('11 of 40');
  await events(page).focus();
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export Checkout v42' });
  await expect(dialog.getByRole('radio', { name: 'What the list shows: 11 events' })).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Show what will go' }).click();
  const found = dialog.getByRole('list', { name: 'What was found' });
  await expect(found).toContainText('Identities: 11 values in 11 events');
  await expect(dialog.getByText('11 of 11 events will be changed.')).toBeVisible();
  await expectAccessible(page);

  await dialog.getByRole('switch', { name: /^Identities/ }).press('Space');
  await expect(found).not.toContainText('Identities');
  await dialog
    .getByRole('button', { name: 'Turn all off' })
    .or(dialog.getByRole('button', { name: 'Turn all on' }))
    .click();
  await expect(found).toContainText('Identities');

  await dialog.getByText('Table (CSV)').click();
  await dialog.getByRole('textbox', { name: 'Column for a path' }).fill('payload.(');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Column for a path' })).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByRole('textbox', { name: 'Column for a path' }).fill('payload.ACPExtensionEventData.at');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('row', { name: 'payload.ACPExtensionEventData.at' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Export…' }).click();
  // A browser has no dialog to save with: the refusal is told over what was chosen.
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'Table (CSV)' })).toBeChecked();
  await expect(dialog.getByRole('row', { name: 'payload.ACPExtensionEventData.at' })).toBeVisible();
});

test('an export of everything as it is warns of what can be recognized', async ({ page, desk }) => {
  await listed(page, importing(desk, 'Checkout v42'));
  await rowOf(page, 'Checkout v42').click();
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export Checkout v42' });
  await dialog.getByText('The archive itself').click();
  await expect(dialog.getByRole('switch')).toHaveCount(0);
  await expect(dialog.getByText('Nothing is made unrecognizable')).toBeVisible();
  await dialog.getByRole('button', { name: 'Look what is in it' }).click();
  await expect(dialog.getByText(/can read: Identities \(40\)/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  // It was opened for the export only.
  await expect(page.getByRole('region', { name: 'Open sessions' })).toHaveCount(0);
});

test('a job that fails says why, and is put away', async ({ page, desk }) => {
  await withFolder(async (folder) => {
    const path = `${folder}/nothing.json`;
    await writeFile(path, '{"events": []}');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await desk.call('archive_import', { path });
    await page.getByRole('button', { name: '1 job failed' }).click();
    const item = page.getByRole('list', { name: 'Jobs' }).getByRole('listitem', { name: 'Importing nothing.json' });
    await expect(item.getByRole('alert')).toBeVisible();
    await expectAccessible(page);
    await item.getByRole('button', { name: 'Put away Importing nothing.json' }).click();
    await expect(page.getByRole('button', { name: '1 job failed' })).toHaveCount(0);
  });
});

test('a long job shows how far it is, and is called off', async ({ page, desk }) => {
  await withFolder(async (folder) => {
    const path = `${folder}/long.json`;
    await writeFile(path, archived('Long', 60_000));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await desk.call('archive_import', { path });
    await expect(page.getByRole('progressbar', { name: 'Importing long.json' })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel Importing long.json' }).click();
    await expect(page.getByRole('progressbar', { name: 'Importing long.json' })).toHaveCount(0);
    await expect.poll(() => desk.call('archives_list', null)).toEqual([]);
    await expect.poll(() => desk.call('jobs_list', null)).toEqual([]);
  });
});

test('a file with events that is dropped elsewhere is offered to be imported', async ({ page }) => {
  const drop = await lettingDrop(page);
  await withFolder(async (folder) => {
    const path = `${folder}/checkout.json`;
    await writeFile(path, archived('Checkout v42', 40));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await drop([path]);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Is it an exported session?')).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Import events', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Open' }).click();
    await expect(page.getByRole('heading', { name: 'Checkout v42', level: 1 })).toBeVisible();
  });
});

test.describe('of a followed session', () => {
  test.beforeEach(async ({ page, practice }) => {
    await goTo(page, `/session/${practice.integration}/${practice.session}`);
    await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
    const carts = [0, 1, 2].map((at) => eventNamed(`Cart ${at}`, Date.now() - at * 100));
    await practice.ask('POST', `/sessions/${practice.session}/events`, carts);
    await expect(count(page)).toHaveText('3 events');
  });

  test('the list of sessions tells what is kept, and leads there', async ({ page, practice }) => {
    await page.keyboard.press('Control+w');
    const row = page.getByRole('grid', { name: 'Sessions' }).getByRole('row', { name: 'Checkout v42' });
    await row.getByRole('button', { name: '3 kept: open the archive of Checkout v42' }).click();
    await expect(page.getByRole('status').filter({ hasText: /^Archive$/ })).toBeVisible();
    await expect(count(page)).toHaveText('3 events');
    // Going on from there: the same events, followed again.
    await goTo(page, `/session/${practice.integration}/${practice.session}`);
    await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
    await expect(count(page)).toHaveText('3 events');
  });

  test('a session that Adobe has no more points to its archive', async ({ page, practice, desk }) => {
    await desk.call('session_delete', { integration: practice.integration, session: practice.session });
    await expect(page.getByRole('status').filter({ hasText: 'Ended' })).toBeVisible();
    await page.getByRole('button', { name: 'Open its archive' }).click();
    await expect(page.getByRole('status').filter({ hasText: /^Archive$/ })).toBeVisible();
    await expect(count(page)).toHaveText('3 events');
    await expectAccessible(page);
  });
});
