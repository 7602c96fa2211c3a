import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { Form } from '@react-spectrum/s2/Form';
import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useId, useState } from 'react';
import { useCommand, type IntegrationRow, type KeyFormat } from '../backend/index.ts';
import { ProblemView, showDone } from '../problems/index.ts';
import { keyFormats } from './key-formats.ts';
import { PassphraseAgain } from '../vault/PassphraseAgain.tsx';
import { WhenClosed } from './WhenClosed.tsx';

interface Props {
  integration: IntegrationRow;
  onClose: () => void;
}

/** Writes the private key to a file, on purpose: encrypted, unless the user chooses otherwise. */
export function KeyExportDialog({ integration: { id, name }, onClose }: Props) {
  const form = useId();
  const [format, setFormat] = useState<KeyFormat>('encryptedPem');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const saving = useCommand('key_export', {
    onDone: ({ path }) => {
      showDone(`Saved as ${path}.`);
      onClose();
    },
  });
  const { text, isEncrypted } = keyFormats[format];
  const isComplete = !isEncrypted || (passphrase !== '' && passphrase === again);
  const problem = saving.error;

  function forget(): void {
    setFormat('encryptedPem');
    setPassphrase('');
    setAgain('');
    saving.reset();
  }

  return (
    <Dialog size="M">
      <Heading slot="title">Export the private key of {name}</Heading>
      <Content>
        <WhenClosed forget={forget} />
        <Form
          id={form}
          validationBehavior="aria"
          onSubmit={(event) => {
            event.preventDefault();
            if (isComplete) saving.mutate({ integration: id, format, passphrase: isEncrypted ? passphrase : null });
          }}
        >
          <RadioGroup
            label="Format"
            description={text}
            value={format}
            onChange={(value) => {
              saving.reset();
              setFormat(value as KeyFormat);
            }}
          >
            {Object.entries(keyFormats).map(([value, facts]) => (
              <Radio key={value} value={value}>
                {facts.name}
              </Radio>
            ))}
          </RadioGroup>
          {isEncrypted ? (
            <>
              <TextField
                type="password"
                label="Passphrase"
                autoComplete="new-password"
                value={passphrase}
                onChange={setPassphrase}
                styles={style({ width: 'full' })}
              />
              <PassphraseAgain passphrase={passphrase} value={again} onChange={setAgain} />
            </>
          ) : null}
          {problem && problem.code !== 'cancelled' ? <ProblemView problem={problem} /> : null}
        </Form>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button type="submit" form={form} variant="accent" isPending={saving.isPending} isDisabled={!isComplete}>
          Save private key…
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
