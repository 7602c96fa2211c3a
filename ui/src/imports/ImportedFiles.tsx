import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useAnswer, type ImportedFile } from '../backend/index.ts';
import { FileRow } from './FileRow.tsx';
import { bring } from './index.ts';
import { PasteField } from './PasteField.tsx';

const list = style({ display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' });

interface Props {
  files: ImportedFile[];
  isBusy: boolean;
}

/** Each file and text that was read, whether it could be used, and the ways to add more. */
export function ImportedFiles({ files, isBusy }: Props) {
  const { data: info } = useAnswer('app_info', null);
  const [isPasting, setPasting] = useState(false);
  const firstLocked = files.findIndex((file) => file.state.state === 'locked');
  return (
    <section aria-label="Files" className={style({ display: 'flex', flexDirection: 'column', gap: 8 })}>
      <div className={style({ display: 'flex', alignItems: 'center', gap: 8 })}>
        <h3 className={style({ font: 'title', margin: 0, flexGrow: 1 })}>Read</h3>
        {info?.desktop ? (
          <ActionButton isPending={isBusy} onPress={() => bring({ from: 'dialog' })}>
            Add files…
          </ActionButton>
        ) : null}
        {isPasting ? null : <ActionButton onPress={() => setPasting(true)}>Paste text…</ActionButton>}
      </div>
      {isPasting ? <PasteField takesFocus /> : null}
      <ul className={list}>
        {files.map((file, index) => (
          <FileRow
            key={`${index} ${file.name}`}
            file={file}
            index={index}
            isBusy={isBusy}
            takesFocus={index === firstLocked}
          />
        ))}
      </ul>
    </section>
  );
}
