import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';

test('help tells which program this is, what it does with data, and what it is made of', async ({ page }) => {
  await page.getByRole('button', { name: 'Help' }).click();
  await expect(page.getByRole('menuitem', { name: 'Report a problem…' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'About Assurance Desk' }).click();
  const dialog = page.getByRole('dialog', { name: 'Assurance Desk' });
  await expect(dialog).toContainText(/Version \d+\.\d+\.\d+/);
  await expect(dialog).toContainText('not made, endorsed or supported by Adobe');
  await expectAccessible(page);
  await dialog.getByRole('tab', { name: 'Privacy' }).click();
  await expect(dialog).toContainText('no telemetry');
  await dialog.getByRole('tab', { name: 'Licences' }).click();
  await dialog.getByRole('searchbox', { name: 'Find a part or a licence' }).fill('rusqlite');
  await expect(dialog.getByRole('status')).toHaveText('1 part');
  const part = dialog.getByRole('button', { name: /^rusqlite .* · MIT$/ });
  await part.click();
  await expect(dialog).toContainText('Permission is hereby granted, free of charge');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
