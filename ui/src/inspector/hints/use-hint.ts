import { asProblem, backend, queryClient, useAnswer, type AppInfo } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';

/** Whether a hint is still to be read, and how to close it for good. */
export function useHint(id: string): { shown: boolean; close: () => void } {
  const { data: info } = useAnswer('app_info', null);
  const shown = info !== undefined && !info.settings.closedHints.includes(id);

  async function close() {
    // The latest settings, so that hints closed one after the other do not undo each other.
    const known = queryClient.getQueryData<AppInfo>(['app_info', null]);
    if (!known) return;
    const settings = { ...known.settings, closedHints: [...known.settings.closedHints, id] };
    queryClient.setQueryData<AppInfo>(['app_info', null], { ...known, settings });
    try {
      await backend.call('settings_save', settings);
    } catch (error) {
      showProblem(asProblem(error));
    }
  }

  return { shown, close: () => void close() };
}
