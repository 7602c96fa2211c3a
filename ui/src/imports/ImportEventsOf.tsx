import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useImportEvents } from '../archives/index.ts';
import { mayHoldEvents, pathOf } from './events-file.ts';
import { importFlow, useImport } from './index.ts';

/** Offers to import a file without credentials as events of a session; where its path is not known, it is asked for. */
export function ImportEventsOf({ file, index }: { file: string; index: number }) {
  const { paths, preview, isBusy } = useImport();
  const importEvents = useImportEvents();
  if (!mayHoldEvents(file)) return null;
  const path = pathOf(file, paths);

  function take() {
    importEvents(path);
    if (preview?.files.length === 1) importFlow.close();
    else void importFlow.remove(index);
  }

  return (
    <div className={style({ display: 'flex', alignItems: 'center', gap: 12, paddingTop: 4, font: 'ui' })}>
      <span>Is it an exported session?</span>
      <ActionButton size="S" isDisabled={isBusy} onPress={take}>
        {path === null ? 'Import events…' : 'Import events'}
      </ActionButton>
    </div>
  );
}
