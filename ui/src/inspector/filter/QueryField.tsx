import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { TextFieldRef } from '@react-spectrum/s2/TextField';
import { useId, useState, type Ref } from 'react';
import type { Mistake } from './mistake.ts';
import { MistakeNote } from './MistakeNote.tsx';

interface Props {
  text: string;
  mistake: Mistake | null;
  onText: (text: string) => void;
  fieldRef: Ref<TextFieldRef>;
}

const place = style<{ isWrong: boolean }>({
  position: 'relative',
  flexGrow: 1,
  minWidth: 160,
  maxWidth: 640,
  borderRadius: 'full',
  outlineStyle: 'solid',
  outlineWidth: { default: 0, isWrong: 2 },
  outlineColor: 'negative-900',
});

/** Where a query is typed. What is wrong with it lies over the list, so that nothing moves. */
export function QueryField({ text, mistake, onText, fieldRef }: Props) {
  const [hasFocus, setFocus] = useState(false);
  const id = useId();
  const told = text === '' ? null : mistake;
  return (
    <div className={place({ isWrong: told !== null && !hasFocus })}>
      <SearchField
        ref={fieldRef}
        aria-label="Filter events by text"
        {...(told && { 'aria-describedby': id })}
        placeholder="For example: checkout has:error -type:hub"
        spellCheck="false"
        autoComplete="off"
        value={text}
        onChange={onText}
        onFocusChange={setFocus}
        styles={style({ width: 'full' })}
      />
      <div role="status" id={id}>
        {told && hasFocus ? <MistakeNote mistake={told} /> : null}
      </div>
    </div>
  );
}
