import { TextArea, type TextFieldRef } from '@react-spectrum/s2/TextArea';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import type { EventRef } from '../../backend/index.ts';
import { toast } from '../../toasts/index.ts';
import { markEvents } from './mark-events.ts';
import { stopWriting, writeNote } from './note-writing.ts';

interface Props {
  event: EventRef;
  /** The note as it is kept. */
  note: string;
  /** What was typed before, where somebody goes on. */
  writing: { text: string | null };
}

/** A note being written: Ctrl+Enter or leaving saves, Esc leaves it as it was. */
export function NoteEditor({ event: { view, event }, note, writing }: Props) {
  const [text, setText] = useState(writing.text ?? note);
  const field = useRef<TextFieldRef<HTMLTextAreaElement>>(null);
  const isLeft = useRef(false);
  const isThere = useRef(true);

  useEffect(() => {
    field.current?.focus();
    const area = field.current?.getInputElement();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);

  async function save(isFocusKept: boolean): Promise<void> {
    if (isLeft.current) return;
    isLeft.current = true;
    const isSaved = text.trim() === note.trim() || (await markEvents(view, [event], { what: 'note', text }));
    if (isSaved) stopWriting(event, isFocusKept);
    // What could not be saved stays here to be copied or tried again.
    else isLeft.current = false;
  }

  function cancel(): void {
    isLeft.current = true;
    stopWriting(event, false);
    if (text.trim() === note.trim()) return;
    // It stays: it is all that is left of the text.
    toast('neutral', 'The note was not saved.', {
      action: { label: 'Go on writing', run: () => writeNote(event, text) },
    });
  }

  // Another event is shown while this is written. An editor that comes back at once was not left.
  const onGone = useEffectEvent(() => void save(true));
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
      queueMicrotask(() => (isThere.current ? undefined : onGone()));
    };
  }, []);

  function onKeyDown(key: KeyboardEvent<HTMLElement>): void {
    const saves = key.key === 'Enter' && (key.ctrlKey || key.metaKey);
    if (!saves && key.key !== 'Escape') return;
    key.preventDefault();
    key.stopPropagation();
    if (saves) void save(false);
    else cancel();
  }

  return (
    <div onKeyDownCapture={onKeyDown}>
      <TextArea
        ref={field}
        size="S"
        label="Note"
        description="Ctrl+Enter saves, Esc leaves it as it was. Notes stay in this archive."
        value={text}
        onChange={setText}
        onBlur={() => void save(true)}
        maxLength={20_000}
        styles={style({ width: 'full' })}
      />
    </div>
  );
}
