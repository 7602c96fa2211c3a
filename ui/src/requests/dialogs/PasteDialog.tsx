import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { ProblemView } from '../../problems/index.ts';
import { CodeArea } from '../editor/CodeArea.tsx';
import { useImport } from '../use-import.ts';

/** Takes a Postman collection or environment as a text. It may hold secrets: it goes to Rust once, and they are left out there. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const { bring, isReading, problem } = useImport(onClose);
  return (
    <Dialog size="L">
      <Heading slot="title">Import from Postman</Heading>
      <Content>
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
          {problem ? <ProblemView problem={problem} /> : null}
          <CodeArea
            label="Paste a collection or an environment that Postman exported"
            rows={10}
            takesFocus
            value={text}
            onChange={setText}
            note="Secrets in it are left out. Scripts are shown, not run."
          />
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="accent"
          isDisabled={text.trim() === ''}
          isPending={isReading}
          onPress={() => bring({ from: 'text', text })}
        >
          Import
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
