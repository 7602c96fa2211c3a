import { Button } from '@react-spectrum/s2/Button';
import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { FocusableRefValue } from '@react-types/shared';
import { useRef } from 'react';
import { useLasting } from '../../frame/use-lasting.ts';
import { useNow } from '../../words/use-now.ts';
import { useKeyChoice, usualTime, validTo, type KeyChoice } from './key-choice.ts';
import { KeyChoiceFields } from './KeyChoiceFields.tsx';

const NOTICEABLE_MS = 150;

interface Props {
  /** The draft or integration that the key is for. */
  owner: string;
  isGenerating: boolean;
  isDisabled?: boolean;
  onGenerate: (choice: KeyChoice) => void;
  /** Left out where it cannot be stopped. */
  onCancel?: () => void;
}

const line = style({ display: 'flex', alignItems: 'center', gap: 8, font: 'ui', minHeight: 20 });

/** Generates an RSA key pair and its certificate, as Adobe's guides do with openssl. */
export function GenerateKey({ owner, isGenerating, isDisabled = false, onGenerate, onCancel }: Props) {
  const [choice, change] = useKeyChoice(owner);
  const lasts = useLasting(isGenerating, NOTICEABLE_MS);
  const now = useNow();
  const generate = useRef<FocusableRefValue<HTMLButtonElement>>(null);
  const takes = `RSA ${choice.bits} usually takes ${usualTime(choice.bits)}`;
  return (
    <KeyChoiceFields
      choice={choice}
      onChange={change}
      isDisabled={isGenerating || isDisabled}
      note={
        <span role="status" className={line}>
          {lasts ? (
            <>
              <ProgressCircle size="S" isIndeterminate aria-label="Generating the key" />
              Generating the key. {takes}, now and then longer.
            </>
          ) : (
            <span className={style({ color: 'neutral-subdued' })}>
              {validTo(choice, now)} {takes}.
            </span>
          )}
        </span>
      }
    >
      <Button
        ref={generate}
        variant="accent"
        isPending={isGenerating}
        isDisabled={isDisabled}
        onPress={() => onGenerate(choice)}
      >
        Generate
      </Button>
      {lasts && onCancel ? (
        <Button
          variant="secondary"
          onPress={() => {
            generate.current?.focus();
            onCancel();
          }}
        >
          Cancel
        </Button>
      ) : null}
    </KeyChoiceFields>
  );
}
