import { queryClient, useAnswer, useCommand, type AppInfo, type Theme } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';

/** The theme, and how to choose another; the choice shows at once and is given back when it cannot be kept. */
export function useTheme() {
  const { data: info } = useAnswer('app_info', null);
  const { mutate } = useCommand('settings_save');

  function chooseTheme(theme: Theme): void {
    if (!info) return;
    const show = (settings: AppInfo['settings']) =>
      queryClient.setQueryData<AppInfo>(['app_info', null], (known) => known && { ...known, settings });
    const settings = { ...info.settings, theme };
    show(settings);
    mutate(settings, {
      onError: (problem) => {
        show(info.settings);
        showProblem(problem);
      },
    });
  }

  return { theme: info?.settings.theme ?? 'system', chooseTheme };
}
