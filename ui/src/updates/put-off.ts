import { SharedValue, useShared } from '../app/shared-value.ts';

const version = new SharedValue<string | null>(null);

/** Home tells no more of this version until the program is started anew. */
export function putOff(next: string): void {
  version.set(next);
}

/** The version that was put off. */
export function usePutOff(): string | null {
  return useShared(version);
}
