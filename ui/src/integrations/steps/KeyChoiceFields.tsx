import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { NumberField } from '@react-spectrum/s2/NumberField';
import { Picker, PickerItem } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { keySizes, type KeyChoice } from './key-choice.ts';
import { SubjectForm } from './SubjectForm.tsx';

interface Props {
  choice: KeyChoice;
  onChange: (change: Partial<KeyChoice>) => void;
  isDisabled?: boolean;
  /** Whether there is a key to be made. */
  withSize?: boolean;
  /** The button that starts it. */
  children: ReactNode;
  /** What stands below the button's line. */
  note: ReactNode;
}

/** Size of the key, and validity and subject of its certificate. */
export function KeyChoiceFields({ choice, onChange, isDisabled = false, withSize = true, children, note }: Props) {
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
      <div className={style({ display: 'flex', alignItems: 'end', gap: 12, flexWrap: 'wrap' })}>
        {withSize ? (
          <Picker
            label="Key size"
            value={String(choice.bits)}
            onChange={(key) => onChange({ bits: Number(key) })}
            isDisabled={isDisabled}
            styles={style({ width: 144 })}
          >
            {keySizes.map((size) => (
              <PickerItem key={size} id={String(size)} textValue={`RSA ${size}`}>
                {`RSA ${size}`}
              </PickerItem>
            ))}
          </Picker>
        ) : null}
        <NumberField
          label="Valid for (days)"
          value={choice.days}
          onChange={(days) => Number.isNaN(days) || onChange({ days })}
          minValue={1}
          maxValue={3650}
          isDisabled={isDisabled}
          formatOptions={{ useGrouping: false, maximumFractionDigits: 0 }}
          styles={style({ width: 144 })}
        />
        {children}
      </div>
      {note}
      <Disclosure isQuiet size="S">
        <DisclosureTitle>More…</DisclosureTitle>
        <DisclosurePanel>
          <SubjectForm subject={choice.subject} onChange={(subject) => onChange({ subject })} isDisabled={isDisabled} />
        </DisclosurePanel>
      </Disclosure>
    </div>
  );
}
