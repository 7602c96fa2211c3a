import { routeOf } from '../app/route.ts';
import { whenShown } from '../app/when-shown.tsx';
import { useImportEvents } from '../archives/index.ts';
import { useTick } from '../backend/index.ts';
import { DialogWhenAsked } from '../frame/DialogWhenAsked.tsx';
import { sorted } from './events-file.ts';
import { bring, importFlow, useImport } from './index.ts';

const ImportDialog = whenShown(async () => (await import('./ImportDialog.tsx')).ImportDialog);

/** Takes what is dropped on the window, in every place, and shows what was read. */
export function Imports() {
  const state = useImport();
  const importEvents = useImportEvents();
  useTick((tick) => {
    if (tick.kind !== 'filesDropped') return;
    const { events, others } = sorted(tick.paths, routeOf(location.hash.slice(1)));
    for (const path of events) importEvents(path);
    if (others.length > 0) bring({ from: 'files', paths: others });
  });
  return (
    <DialogWhenAsked onDismiss={() => importFlow.close()}>
      {state.isOpen ? <ImportDialog state={state} /> : null}
    </DialogWhenAsked>
  );
}
