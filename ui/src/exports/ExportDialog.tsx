import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Switch } from '@react-spectrum/s2/Switch';
import { useState } from 'react';
import { useAnswer, useCommand, type ExportFormat, type IntegrationRow } from '../backend/index.ts';
import { ProblemView, showDone } from '../problems/index.ts';
import { ExportPreviewView } from './ExportPreviewView.tsx';
import { FormatPicker } from './FormatPicker.tsx';
import { formatsFor } from './formats.ts';
import { SecretsWarning } from './SecretsWarning.tsx';
import { WhenClosed } from './WhenClosed.tsx';

interface Props {
  integration: IntegrationRow;
  onClose: () => void;
}

/** Gives an integration to another tool: secrets go along only when the user says so. */
export function ExportDialog({ integration: { id, name, kind }, onClose }: Props) {
  const [format, setFormat] = useState<ExportFormat>('postmanEnvironment');
  const [withSecrets, setWithSecrets] = useState(false);
  const request = { integration: id, format, withSecrets };
  const { data: preview, error: unreadable } = useAnswer('export_preview', request, { keepPrevious: true });
  const save = useCommand('export_save', {
    onDone: ({ path }) => {
      showDone(`Saved as ${path}.`);
      onClose();
    },
  });
  const copying = useCommand('export_copy', {
    onDone: () => showDone(withSecrets ? 'Copied. The clipboard will be cleared after a minute.' : 'Copied.'),
  });
  const problem = unreadable ?? save.error ?? copying.error;

  /** What came of the last choice says nothing about this one. */
  function choose(change: () => void): void {
    save.reset();
    copying.reset();
    change();
  }

  return (
    <Dialog size="XL">
      <Heading slot="title">Export {name}</Heading>
      <Content>
        <WhenClosed forget={() => choose(() => setWithSecrets(false))} />
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
          <FormatPicker formats={formatsFor(kind)} value={format} onChange={(next) => choose(() => setFormat(next))} />
          <Switch isSelected={withSecrets} onChange={(next) => choose(() => setWithSecrets(next))}>
            Write secrets too
          </Switch>
          {withSecrets && preview ? <SecretsWarning secrets={preview.secrets} /> : null}
          {problem && problem.code !== 'cancelled' ? <ProblemView problem={problem} /> : null}
          <ExportPreviewView preview={preview} />
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
        <Button
          variant="secondary"
          isDisabled={!preview}
          isPending={copying.isPending}
          onPress={() => choose(() => copying.mutate(request))}
        >
          {withSecrets ? 'Copy with secrets' : 'Copy'}
        </Button>
        <Button
          variant="accent"
          isDisabled={!preview}
          isPending={save.isPending}
          onPress={() => choose(() => save.mutate(request))}
        >
          {withSecrets ? 'Save with secrets…' : 'Save…'}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
