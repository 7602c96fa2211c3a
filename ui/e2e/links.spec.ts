import { expectAccessible } from './accessible.ts';
import { closeHints, expect, goTo, test } from './practice.ts';

const address = 'https://shop.example/cart?id=1';

test('a link of an event says where it leads before it is opened', async ({ page, practice, desk }) => {
  await closeHints(page, desk);
  const payload = { ACPExtensionEventName: 'Cart', ACPExtensionEventData: { page: address, app: 'acme://cart' } };
  const event = { vendor: 'com.adobe.griffon.mobile', type: 'generic', timestamp: Date.now(), payload };
  await practice.ask('POST', `/sessions/${practice.session}/events`, [event]);
  await goTo(page, `/session/${practice.integration}/${practice.session}`);
  await page.getByRole('row', { name: 'Cart' }).click();
  await page.getByRole('tab', { name: 'Tree' }).click();
  const tree = page.getByRole('tree', { name: 'Payload' });

  await tree.getByRole('treeitem', { name: 'app' }).click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Copy value' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Open the link…' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await tree.getByRole('treeitem', { name: 'page' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Open the link…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open a page of shop.example?' });
  await expect(dialog.getByRole('group', { name: 'The address' })).toHaveText(address);
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expectAccessible(page);
  // Without a window around it, the program opens no browser, and says so.
  await dialog.getByRole('button', { name: 'Open in the browser' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
});
