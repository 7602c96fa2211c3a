import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Switch } from '@react-spectrum/s2/Switch';
import { TextArea } from '@react-spectrum/s2/TextArea';
import { TextField } from '@react-spectrum/s2/TextField';
import { useState } from 'react';
import { allRules, Redactions } from '../../archives/index.ts';
import { backend, useCommand, type RedactionRule, type ViewStatus } from '../../backend/index.ts';
import { ProblemView, showDone } from '../../problems/index.ts';
import { useUpToDate } from '../use-up-to-date.ts';
import { hiddenInReport, reportInWords } from './words.ts';

interface Props {
  status: ViewStatus;
  onClose: () => void;
}

/** Saves the marked events as one file to print or to hand over. */
export function ReportDialog({ status: { view, name, revision }, onClose }: Props) {
  const [title, setTitle] = useState(`Report of ${name}`);
  const [remarks, setRemarks] = useState('');
  const [redaction, setRedaction] = useState<RedactionRule[]>(allRules);
  const [withHidden, setWithHidden] = useState(false);
  const contents = useUpToDate(['report_contents', view, withHidden], revision, () =>
    backend.call('report_contents', { view, withHidden }),
  );
  const save = useCommand('report_save', {
    onDone: ({ path }) => {
      showDone(`Report saved as ${path}.`);
      onClose();
    },
  });
  const problem = contents.problem ?? (save.error?.code === 'cancelled' ? null : save.error);
  const { marked, shown, hidden } = contents.answer ?? { marked: 0, shown: 0, hidden: 0 };

  return (
    <Dialog size="L">
      <Heading slot="title">Report of the marked events</Heading>
      <Content>
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
          <p role="status" className={style({ font: 'ui', margin: 0 })}>
            {contents.answer ? reportInWords(marked, shown) : 'Counting the marked events…'} It is one HTML file with
            everything in it: what matters in each event, its note and its payload.
          </p>
          {hidden > 0 || withHidden ? (
            <Switch isSelected={withHidden} onChange={setWithHidden}>
              {hiddenInReport(hidden)}
            </Switch>
          ) : null}
          <TextField
            label="Title"
            value={title}
            onChange={setTitle}
            maxLength={200}
            styles={style({ width: 'full' })}
          />
          <TextArea
            label="Remarks"
            description="What the reader should know first."
            value={remarks}
            onChange={setRemarks}
            maxLength={20_000}
            styles={style({ width: 'full' })}
          />
          <Redactions rules={redaction} onChange={setRedaction} />
          {problem ? <ProblemView problem={problem} /> : null}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="accent"
          isDisabled={marked === 0}
          isPending={save.isPending}
          onPress={() => save.mutate({ view, title, remarks, redaction, withHidden })}
        >
          Save…
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
