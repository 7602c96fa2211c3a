import { test as base, type Page } from './desk.ts';

/** A saved service account of the practice workspace. */
interface ServiceAccount {
  integration: string;
  name: string;
}

/** Tests get `makeServiceAccount`: a saved service account whose certificate is valid for so many days. */
export const test = base.extend<{ makeServiceAccount: (days: number) => Promise<ServiceAccount> }>({
  makeServiceAccount: async ({ desk }, run) => {
    await run(async (days) => {
      const opened = await desk.call('draft_open', { integration: null, practice: 'serviceAccount' });
      const { id: draft } = opened as { id: string };
      await desk.call('draft_generate_key', { draft, bits: 2048, days, subject: '/CN=Assurance Desk' });
      await desk.call('draft_register_certificate', { draft });
      const { id, name } = (await desk.call('draft_save', { draft })) as { id: string; name: string };
      return { integration: id, name };
    });
  },
});

/** Chooses from the actions of an integration in the list. */
export async function chooseFromActions(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}
