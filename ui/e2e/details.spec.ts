import { expectAccessible } from './accessible.ts';
import { closeHints, expect, goTo, test, type Page } from './practice.ts';

const events = (page: Page) => page.getByRole('grid', { name: 'Events' });
const details = (page: Page) => page.getByRole('region', { name: 'Details of the event' });
const id = (number: number) => `1b2c3d4e-0000-4000-8000-${String(number).padStart(12, '0')}`;

function sdk(number: number, name: string, parent: number | null, data: unknown): unknown {
  return {
    uuid: id(number),
    eventNumber: number,
    clientId: '0f8fad5b-d9cb-469f-a165-70867728950e',
    timestamp: 1_763_700_000_000 + number * 250,
    vendor: 'com.adobe.griffon.mobile',
    type: 'generic',
    payload: {
      ACPExtensionEventName: name,
      ACPExtensionEventType: 'com.adobe.eventtype.edge',
      ACPExtensionEventSource: 'com.adobe.eventsource.requestcontent',
      ACPExtensionEventUniqueIdentifier: id(100 + number),
      ...(parent === null ? {} : { ACPExtensionEventParentIdentifier: id(100 + parent).toUpperCase() }),
      ACPExtensionEventData: data,
    },
  };
}

const purchase = (price: number, more: object) => ({
  xdm: { eventType: 'commerce.purchases', price, timestamp: `2026-11-2${price}T10:14:02.118Z`, ...more },
});

/** A launch, two purchases of which the second answers to the launch, and its answer. */
const session = [
  sdk(1, 'Launch', null, {}),
  sdk(2, 'Purchase', null, purchase(5, { coupon: 'AUTUMN' })),
  sdk(3, 'Purchase', 1, purchase(6, { currency: 'EUR' })),
  sdk(4, 'Answer', 3, { requestId: id(50), requestEventId: id(103) }),
];

test.beforeEach(async ({ page, practice, desk }) => {
  await closeHints(page, desk);
  await practice.ask('POST', `/sessions/${practice.session}/events`, session);
  await goTo(page, `/session/${practice.integration}/${practice.session}`);
  // The row of the launch moves the others when it comes.
  await expect(events(page).getByText(/^App launch 1/)).toBeVisible();
  await events(page).getByRole('row', { name: 'Purchase' }).nth(1).click();
  await expect(details(page).getByRole('heading', { name: 'Purchase' })).toBeVisible();
});

test('related events are listed with their times, and lead there', async ({ page }) => {
  await details(page).getByRole('tab', { name: 'Related' }).click();
  const family = page.getByRole('region', { name: 'Parents and children' });
  await expect(family.getByRole('button', { name: 'Launch' })).toContainText('−0.500 s');
  await expect(family.getByRole('button', { name: 'Answer' })).toContainText('+0.250 s');
  const request = page.getByRole('region', { name: 'Same request' });
  await expect(request.getByRole('button')).toHaveCount(2);
  await expectAccessible(page);

  await family.getByRole('button', { name: 'Launch' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(family.getByRole('button', { name: 'Purchase' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(details(page).getByRole('heading', { name: 'Answer' })).toBeVisible();
});

test('an event is compared with the one before it, told by signs and words', async ({ page }) => {
  await details(page).getByRole('tab', { name: 'Diff' }).click();
  await expect(details(page).getByText(/^1 changed, 2 added, 1 removed since/)).toBeVisible();
  const lines = page.getByRole('grid', { name: 'Differences' });
  await expect(lines.getByRole('row', { name: 'Changed, price, 5 → 6' })).toBeVisible();
  await expect(lines.getByRole('row', { name: 'Removed, coupon, AUTUMN' })).toBeVisible();
  await expect(lines.getByRole('row', { name: /timestamp/ })).toHaveCount(0);
  await lines.getByRole('row', { name: 'Added, currency, EUR' }).click();
  await expect(page.getByRole('group', { name: 'The selected line' })).toContainText(
    '/ACPExtensionEventData/xdm/currency',
  );
  await expectAccessible(page);

  await details(page).getByText('Ignore identities and times').click();
  await expect(lines.getByRole('row', { name: /Changed, timestamp/ })).toBeVisible();
  await details(page).getByText('Only changes').click();
  await expect(lines.getByRole('row', { name: 'Same, eventType, commerce.purchases' })).toBeVisible();
});

test('a value is filtered by, hidden and made a column from its menu', async ({ page }) => {
  await details(page).getByRole('tab', { name: 'Tree' }).click();
  await page.getByRole('searchbox', { name: 'Search in the payload' }).fill('price');
  const price = page.getByRole('treeitem', { name: /^price:\s*6/ });
  await price.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Add as column' }).click();
  await expect(events(page).getByRole('columnheader', { name: /price/ })).toBeVisible();

  await price.click();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Show only events with this' }).click();
  await expect(page.getByText('1 of 4')).toBeVisible();

  await details(page).getByRole('tab', { name: 'Summary' }).click();
  await details(page).getByText('commerce.purchases').last().hover();
  await details(page).getByRole('button', { name: 'More for Event type' }).click();
  await page.getByRole('menuitem', { name: 'Hide events with this' }).click();
  await expect(page.getByText('0 of 4')).toBeVisible();
});

test('the tree opens and closes altogether, and sorts its keys', async ({ page }) => {
  await details(page).getByRole('tab', { name: 'Tree' }).click();
  const choose = async (item: string) => {
    await page.getByRole('button', { name: 'How the tree is shown' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const price = page.getByRole('treeitem', { name: /^price:\s*6/ });
  await expect(price).toHaveCount(0);
  await choose('Expand all');
  await expect(price).toBeVisible();
  await choose('Sort by key');
  const topOf = async (key: string) =>
    (await page.getByRole('treeitem', { name: new RegExp(`^${key}:`) }).boundingBox())?.y ?? 0;
  await expect.poll(async () => (await topOf('currency')) < (await topOf('price'))).toBe(true);
  await choose('Collapse all');
  await expect(price).toHaveCount(0);
});
