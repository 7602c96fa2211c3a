import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useRef, type ComponentRef } from 'react';
import { useDraftState, useDraftText, useFinding, type TextOfDraft } from './DraftContext.tsx';

interface Props {
  field: TextOfDraft;
  label: string;
  description?: string;
  autoFocus?: boolean;
}

/** A text of the draft, with what is wrong with it and a right value to take over. */
export function DraftTextField({ field, label, description, autoFocus = false }: Props) {
  const finding = useFinding(field);
  const { sender } = useDraftState();
  const text = useDraftText(field);
  const suggestion = finding?.suggestion;
  const input = useRef<ComponentRef<typeof TextField>>(null);
  return (
    <div
      data-field={field}
      className={style({ display: 'flex', flexDirection: 'column', alignItems: 'start', gap: 4 })}
    >
      <TextField
        {...text}
        ref={input}
        label={label}
        {...(description && { description })}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck="false"
        isInvalid={finding !== null}
        errorMessage={finding?.message}
        styles={style({ width: 'full', maxWidth: 480 })}
      />
      {suggestion ? (
        <ActionButton
          size="S"
          onPress={() => {
            // The button goes with what was wrong.
            input.current?.focus();
            sender.type({ [field]: suggestion });
            void sender.flush();
          }}
        >
          Use {suggestion}
        </ActionButton>
      ) : null}
    </div>
  );
}
