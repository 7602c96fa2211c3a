import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextArea } from '@react-spectrum/s2/TextArea';
import { useState } from 'react';
import { importFlow } from './index.ts';

/** Takes a text. What is pasted is read at once and does not stay on the screen: it may hold a secret. */
export function PasteField({ takesFocus }: { takesFocus: boolean }) {
  const [text, setText] = useState('');

  async function read(whole: string): Promise<void> {
    if (whole.trim() === '') return;
    await importFlow.bring({ from: 'text', text: whole });
    // What could not be read at all is kept, so that it need not be copied again.
    setText(importFlow.current().problem ? whole : '');
  }

  return (
    <div
      className={style({ display: 'flex', flexDirection: 'column', alignItems: 'start', gap: 8 })}
      onPasteCapture={(event) => {
        if (text !== '') return;
        event.preventDefault();
        void read(event.clipboardData.getData('text/plain'));
      }}
    >
      <TextArea
        label="Paste a text"
        placeholder="JSON, PEM or .env"
        autoFocus={takesFocus}
        autoComplete="off"
        spellCheck="false"
        value={text}
        onChange={setText}
        styles={style({ width: 'full' })}
      />
      {text === '' ? null : <ActionButton onPress={() => void read(text)}>Read the text</ActionButton>}
    </div>
  );
}
