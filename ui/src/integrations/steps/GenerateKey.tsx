import { Button } from '@react-spectrum/s2/Button';
import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { NumberField } from '@react-spectrum/s2/NumberField';
import { Picker, PickerItem } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useState } from 'react';

interface Choice {
  bits: number;
  days: number;
  subject: string;
}

interface Props {
  isGenerating: boolean;
  isDisabled: boolean;
  onGenerate: (choice: Choice) => void;
}

const sizes = [2048, 3072, 4096];

/** Generates an RSA key pair and its certificate, as Adobe's guides do with openssl. */
export function GenerateKey({ isGenerating, isDisabled, onGenerate }: Props) {
  const [bits, setBits] = useState(2048);
  const [days, setDays] = useState(365);
  const [subject, setSubject] = useState('/CN=Assurance Desk');
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 8 })}>
      <div className={style({ display: 'flex', alignItems: 'end', gap: 12, flexWrap: 'wrap' })}>
        <Picker
          label="Key size"
          value={String(bits)}
          onChange={(key) => setBits(Number(key))}
          styles={style({ width: 144 })}
        >
          {sizes.map((size) => (
            <PickerItem key={size} id={String(size)} textValue={`RSA ${size}`}>
              {`RSA ${size}`}
            </PickerItem>
          ))}
        </Picker>
        <NumberField
          label="Valid for (days)"
          value={days}
          onChange={setDays}
          minValue={1}
          maxValue={3650}
          formatOptions={{ useGrouping: false }}
          styles={style({ width: 144 })}
        />
        <Button
          variant="accent"
          isPending={isGenerating}
          isDisabled={isDisabled && !isGenerating}
          onPress={() => onGenerate({ bits, days, subject })}
        >
          Generate
        </Button>
      </div>
      <Disclosure isQuiet size="S">
        <DisclosureTitle>More…</DisclosureTitle>
        <DisclosurePanel>
          <TextField
            label="Subject"
            description="As openssl takes it, such as /C=US/O=Acme/CN=Acme Mobile. Adobe does not look at it."
            value={subject}
            onChange={setSubject}
            spellCheck="false"
            autoComplete="off"
            styles={style({ width: 'full', maxWidth: 480 })}
          />
        </DisclosurePanel>
      </Disclosure>
    </div>
  );
}
