import { asProblem, useAnswer, type Theme } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';
import { saveSettings } from '../settings/save-settings.ts';

/** The theme, and how to choose another; the choice shows at once and is given back when it cannot be kept. */
export function useTheme() {
  const { data: info } = useAnswer('app_info', null);

  function chooseTheme(theme: Theme): void {
    saveSettings((settings) => ({ ...settings, theme })).catch((error: unknown) => showProblem(asProblem(error)));
  }

  return { theme: info?.settings.theme ?? 'system', chooseTheme };
}
