import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { useTick } from '../backend/index.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { bring, importFlow, useImport } from './index.ts';

/** Takes what is dropped on the window, in every place, and shows what was read. */
export function Imports() {
  const state = useImport();
  useTick((tick) => {
    if (tick.kind === 'filesDropped') bring({ from: 'files', paths: tick.paths });
  });
  return (
    <DialogContainer onDismiss={() => importFlow.close()}>
      {state.isOpen ? <ImportDialog state={state} /> : null}
    </DialogContainer>
  );
}
