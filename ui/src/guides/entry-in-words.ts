import type { ConsoleEntry, GuideKind } from '../backend/index.ts';
import { shortened } from '../words/shortened.ts';
import { ago, day } from '../words/time.ts';

/** An entry of the console by what tells it from the others: "the client secret made on 3 May 2026". */
export function entryName(guide: GuideKind, entry: ConsoleEntry): string {
  if (entry.sha1) return `the certificate ${shortened(entry.sha1)}`;
  const thing = guide === 'certificate' ? 'the certificate' : 'the client secret';
  return entry.createdAt === null ? `${thing} ${shortened(entry.id)}` : `${thing} made on ${day(entry.createdAt)}`;
}

/** When it was last used. */
export function lastUse({ lastUsedAt }: ConsoleEntry, now: number): string {
  return lastUsedAt === null ? 'not known' : ago(lastUsedAt, now);
}

/** Whether this program uses it. */
export function use({ inUse }: ConsoleEntry): string {
  if (inUse === null) return 'not known';
  return inUse ? 'in use here' : 'not in use here';
}
