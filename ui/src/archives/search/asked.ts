import { SharedValue, useShared } from '../../app/shared-value.ts';

const asked = new SharedValue<string | null>(null);

/** Opens the search in all archives, wherever the user is. */
export const openArchiveSearch = (text: string) => asked.set(text);

export const closeArchiveSearch = () => asked.set(null);

/** The text that is to be searched for in all archives; null while nobody wants to. */
export function useAskedSearch(): string | null {
  return useShared(asked);
}
