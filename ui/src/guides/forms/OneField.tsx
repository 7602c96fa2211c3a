import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useState } from 'react';
import type { GuideAction } from '../../backend/index.ts';
import type { FormProps } from './ActionForm.tsx';
import { actionLabel } from '../guide-words.ts';
import { useBusy, useGuideState } from '../GuideContext.tsx';

interface Props extends FormProps {
  label: string;
  description: string;
  type?: 'text' | 'password';
  action: (text: string) => Extract<GuideAction, { do: 'setConsoleLink' | 'enterSecret' }>;
}

/** Asks for one text. It is kept until it was taken. */
export function OneField({ label, description, type = 'text', isUsual, action }: Props) {
  const { guide, act } = useGuideState();
  const [text, setText] = useState('');
  const name = action('').do;
  const busy = useBusy(name);
  const isEmpty = text.trim() === '';

  async function send(): Promise<void> {
    if (isEmpty || busy.isPending || busy.isDisabled) return;
    if (await act(action(text.trim()))) setText('');
  }

  return (
    <form
      className={style({ display: 'flex', flexDirection: 'column', alignItems: 'start', gap: 12 })}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={label}
        description={description}
        type={type}
        value={text}
        onChange={setText}
        autoComplete="off"
        spellCheck="false"
        styles={style({ width: 'full', maxWidth: 480 })}
      />
      <Button
        variant={isUsual ? 'accent' : 'secondary'}
        type="submit"
        isPending={busy.isPending}
        isDisabled={isEmpty || busy.isDisabled}
      >
        {actionLabel(guide.guide, name)}
      </Button>
    </form>
  );
}
