import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextArea } from '@react-spectrum/s2/TextArea';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { backend, useCommand, type Problem, type ProblemReport } from '../backend/index.ts';
import { ProblemView, showDone } from '../problems/index.ts';
import { closeReport } from './open-report.ts';
import { ReportedFileView } from './ReportedFileView.tsx';

/** Every letter of the report, before it is saved. It is sent nowhere. */
export function ReportDialog() {
  const [remarks, setRemarks] = useState('');
  const [leftOut, setLeftOut] = useState<string[]>([]);
  const prepared = useQuery<ProblemReport, Problem>({
    queryKey: ['problem_report_prepare'],
    queryFn: () => backend.call('problem_report_prepare', null),
    // Each time it is opened it tells how things are then.
    gcTime: 0,
  });
  const save = useCommand('problem_report_save', {
    onDone: ({ path }) => {
      showDone(`Report saved as ${path}.`);
      closeReport();
    },
  });
  const report = prepared.data;
  const problem = prepared.error ?? (save.error?.code === 'cancelled' ? null : save.error);

  return (
    <Dialog size="XL">
      <Heading slot="title">Report a problem</Heading>
      <Content>
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
          <p className={style({ font: 'body', margin: 0 })}>
            This is all that the report holds. It is saved as one file, and sent nowhere: hand it to whoever helps you.
            Keys, secrets, tokens, events, and names of sessions are not in it.
          </p>
          <TextArea
            label="What were you doing, and what happened instead?"
            description="Written as you type it. Leave out what nobody else should read."
            value={remarks}
            onChange={setRemarks}
            maxLength={20_000}
            styles={style({ width: 'full' })}
          />
          {report?.files.map((file) => (
            <ReportedFileView
              key={file.name}
              file={file}
              isIncluded={!leftOut.includes(file.name)}
              onInclude={(isIncluded) =>
                setLeftOut((before) =>
                  isIncluded ? before.filter((name) => name !== file.name) : [...before, file.name],
                )
              }
            />
          ))}
          {prepared.isPending ? <p role="status">Gathering…</p> : null}
          {problem ? <ProblemView problem={problem} /> : null}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={closeReport}>
          Cancel
        </Button>
        <Button
          variant="accent"
          isDisabled={!report}
          isPending={save.isPending}
          onPress={() => report && save.mutate({ report: report.report, remarks, leaveOut: leftOut })}
        >
          Save…
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
