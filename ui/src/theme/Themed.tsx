import '@react-spectrum/s2/page.css';
import { Provider } from '@react-spectrum/s2/Provider';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, type ReactNode } from 'react';
import { useAnswer, type Theme } from '../backend/index.ts';
import { recall, remember } from '../app/remembered.ts';
import './fonts.css';
import './high-contrast.css';
import './page.css';

/** Texts are English, so Spectrum's own texts shall be too; dates and numbers follow the system (see `words`). */
const locale = navigator.language.startsWith('en') ? navigator.language : 'en-US';

/** Light, dark, or what the system says; the last choice is known before Rust answers, so that nothing flashes. */
export function Themed({ children }: { children: ReactNode }) {
  const { data } = useAnswer('app_info', null);
  const theme = data?.settings.theme ?? (recall('theme') as Theme | null) ?? 'system';

  useEffect(() => {
    remember('theme', theme);
    if (theme === 'system') delete document.documentElement.dataset.colorScheme;
    else document.documentElement.dataset.colorScheme = theme;
  }, [theme]);

  return (
    <Provider
      background="layer-1"
      locale={locale}
      {...(theme === 'system' ? {} : { colorScheme: theme })}
      styles={style({ height: 'full' })}
    >
      {children}
    </Provider>
  );
}
