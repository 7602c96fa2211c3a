import { SharedValue, useShared } from '../app/shared-value.ts';

/** A page of what there is to know about the program. */
export type AboutPage = 'about' | 'licences' | 'privacy';

const asked = new SharedValue<AboutPage | null>(null);

export const openAbout = (page: AboutPage): void => asked.set(page);
export const closeAbout = (): void => asked.set(null);

/** The page that is asked for now, if any. */
export function useAskedAbout(): AboutPage | null {
  return useShared(asked);
}
