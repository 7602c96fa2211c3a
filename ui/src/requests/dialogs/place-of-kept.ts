import type { KeepRequest, RequestShelf } from '../../backend/index.ts';

/** Where a request lies now that was kept: the call that it replaced, or the one that was not there before. */
export function placeOfKept(
  { collection, item }: Pick<KeepRequest, 'collection' | 'item'>,
  before: RequestShelf | undefined,
  after: RequestShelf,
): { collection: string; item: string } | null {
  if (collection !== null && item !== null) return { collection, item };
  const known = new Set(
    before?.collections.flatMap((each) => each.items.map((line) => `${each.collection} ${line.item}`)),
  );
  for (const each of after.collections) {
    if (each.builtIn || (collection !== null && each.collection !== collection)) continue;
    const added = each.items.find((line) => !known.has(`${each.collection} ${line.item}`));
    if (added) return { collection: each.collection, item: added.item };
  }
  return null;
}
