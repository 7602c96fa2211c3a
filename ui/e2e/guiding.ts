import type { Page } from './desk.ts';

type Call = (name: string, request: unknown) => Promise<unknown>;

/** Saves an integration of the practice workspace, with what its kind needs; the answer is its id. */
export async function savePractice(call: Call, kind: 'oauthServerToServer' | 'serviceAccount'): Promise<string> {
  const { id: draft } = (await call('draft_open', { integration: null, practice: kind })) as { id: string };
  if (kind === 'serviceAccount') {
    await call('draft_generate_key', { draft, bits: 2048, days: 365, subject: '/CN=Assurance Desk' });
    await call('draft_register_certificate', { draft });
  }
  return ((await call('draft_save', { draft })) as { id: string }).id;
}

/** Makes an integration forget where it is in Developer Console, so that its guides go on by hand; tells the place. */
export async function forgetConsoleLink(call: Call, integration: string): Promise<string> {
  const opened = await call('draft_open', { integration, practice: null });
  const { id: draft, consoleLink } = opened as { id: string; consoleLink: string };
  await call('draft_change', { draft, change: { consoleLink: '' } });
  await call('draft_save', { draft });
  return consoleLink;
}

/** The step that is the next. */
export const nextStep = (page: Page) => page.locator('li[aria-current="step"]');
