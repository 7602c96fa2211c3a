import { asProblem, useAnswer } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';
import { saveSettings } from '../../settings/save-settings.ts';

/** Whether a hint is still to be read, and how to close it for good. */
export function useHint(id: string): { shown: boolean; close: () => void } {
  const { data: info } = useAnswer('app_info', null);
  const shown = info !== undefined && !info.settings.closedHints.includes(id);

  async function close() {
    try {
      await saveSettings((settings) => ({ ...settings, closedHints: [...new Set([...settings.closedHints, id])] }));
    } catch (error) {
      showProblem(asProblem(error));
    }
  }

  return { shown, close: () => void close() };
}
