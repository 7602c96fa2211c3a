import { backend, queryClient, type AppInfo, type Settings } from '../backend/index.ts';

type Change = (settings: Settings) => Settings;

/** One change after the other, so that none is made of what the one before it has replaced. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Changes a part of the settings. The change shows at once, and is given back when it cannot be kept: then this
 * rejects with the `Problem`.
 */
export async function saveSettings(change: Change): Promise<void> {
  show(change);
  const saving = last.then(async () => {
    // All settings are saved together, and Rust keeps some by itself: what is there now is what is changed.
    const { settings } = await backend.call('app_info', null);
    const saved = await backend.call('settings_save', change(settings));
    show(() => saved);
  });
  last = saving.catch(() => null);
  try {
    await saving;
  } catch (error) {
    await queryClient.invalidateQueries({ queryKey: ['app_info'] });
    throw error;
  }
}

function show(change: Change): void {
  queryClient.setQueryData<AppInfo>(
    ['app_info', null],
    (known) => known && { ...known, settings: change(known.settings) },
  );
}
