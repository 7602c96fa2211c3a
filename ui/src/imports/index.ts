import { useEffect, useEffectEvent, useSyncExternalStore, type ClipboardEvent } from 'react';
import { go } from '../app/route.ts';
import { backend, type ImportSource } from '../backend/index.ts';
import { ImportFlow, type ImportState, type ImportTarget } from './import-flow.ts';
import { landOn } from './landing.ts';
import { isMoreThanValue } from './pasted.ts';

export { lands, landOn } from './landing.ts';
export type { ImportTarget } from './import-flow.ts';

export const importFlow = new ImportFlow({
  call: (name, request) => backend.call(name, request),
  onNewDraft: (draft) => {
    landOn(draft.id);
    go('/integrations/new');
  },
});

/** Asks for a file or a text to import. */
export const openImport = () => importFlow.open();

/** Reads files or a text, and shows what is in them. */
export const bring = (source: ImportSource) => void importFlow.bring(source);

/** Reads the user's key from a file; when there is nothing else in it, it is taken over at once. */
export const bringKey = () => void importFlow.bring({ from: 'dialog' }, true);

/** Catches a paste of more than a value, and shows what could be filled in with it. For `onPasteCapture`. */
export function offerPasted(event: ClipboardEvent): void {
  const text = event.clipboardData.getData('text/plain');
  if (!isMoreThanValue(text)) return;
  event.preventDefault();
  event.stopPropagation();
  void importFlow.bring({ from: 'text', text }, false);
}

export function useImport(): ImportState {
  return useSyncExternalStore(importFlow.watch, importFlow.current);
}

/** What is imported while this is shown goes into the integration that is being set up. */
export function useImportTarget(target: ImportTarget): void {
  const { draft, wantsKey } = target;
  const flush = useEffectEvent(target.flush);
  const onAccepted = useEffectEvent(target.onAccepted);
  const onKeyAccepted = useEffectEvent(target.onKeyAccepted);
  useEffect(
    () =>
      importFlow.aimAt({
        draft,
        wantsKey,
        flush: () => flush(),
        onAccepted: (filled) => onAccepted(filled),
        onKeyAccepted: (filled) => onKeyAccepted(filled),
      }),
    [draft, wantsKey],
  );
}
