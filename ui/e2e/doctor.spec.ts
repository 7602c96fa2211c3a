import { expectAccessible } from './accessible.ts';
import { pressOn } from './by-keyboard.ts';
import { expect, goTo, test } from './practice.ts';

test('the doctor looks at every line, and says who can help when one fails', async ({ page, practice }) => {
  await goTo(page, `/integrations/${practice.integration}`);
  await page.getByRole('link', { name: 'Connection doctor' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Everything works' })).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Adobe’s services' }).or(page.getByRole('list', { name: "Adobe's services" })),
  ).toContainText('prod, dev');
  await expectAccessible(page);

  await practice.ask('PUT', '/settings', { productProfile: false });
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'need somebody' })).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Copy a message to an administrator in Admin Console' }).first(),
  ).toBeVisible();
  await expectAccessible(page);
});

test('sandboxes, classes, rights and properties are one click away', async ({ page, practice }) => {
  await goTo(page, `/integrations/${practice.integration}/platform`);
  await page.getByRole('grid', { name: 'XDM classes' }).getByText('XDM Individual Profile').click();
  await expect(page.getByRole('list', { name: 'Fields' })).toContainText('productListItems');
  await page.getByRole('button', { name: 'Sandbox' }).click();
  await page.getByRole('option', { name: 'Development' }).click();
  await expect(page.getByRole('button', { name: 'Sandbox' })).toContainText('Development');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Tags' }).click();
  await expect(page.getByRole('table', { name: 'Rights and roles' })).toContainText('Admin (matches)');
  await page.getByRole('searchbox', { name: 'Search properties' }).fill('mobile');
  await expect(page.getByRole('list', { name: 'Properties' }).getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page);
});

test('by keyboard alone the doctor looks again; what it found is read out once, without the time', async ({
  page,
  practice,
}) => {
  await goTo(page, `/integrations/${practice.integration}`);
  await pressOn(page, page.getByRole('link', { name: 'Connection doctor' }));
  const status = page.getByRole('status').filter({ hasText: /Looking…|works|need/ });
  await expect(status).toHaveText('Everything works');
  await expect(page.getByText('· just now')).toBeVisible();
  await practice.ask('PUT', '/settings', { productProfile: false });
  await pressOn(page, page.getByRole('button', { name: 'Look again' }));
  await expect(status).toHaveText(/lines need somebody$/);
  await expect(page.getByRole('button', { name: 'Look again' })).toBeFocused();
  await pressOn(
    page,
    page.getByRole('button', { name: 'Copy a message to an administrator in Admin Console' }).first(),
  );
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Copy a message to an administrator in Admin Console' }).first(),
  ).toBeFocused();
});
