import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { queryClient, useCommand, type ViewStatus } from '../../backend/index.ts';
import { WhenClosed } from '../../exports/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { firstChoice, isWhole, requestOf, type Choice } from './choice.ts';
import { CsvColumns } from './CsvColumns.tsx';
import { EventsFormatPicker } from './EventsFormatPicker.tsx';
import { RedactionPreviewPart } from './RedactionPreviewPart.tsx';
import { Redactions } from './Redactions.tsx';
import { WhatToExport } from './WhatToExport.tsx';

interface Props {
  status: ViewStatus;
  onClose: (isExported: boolean) => void;
}

/** Gives events to other tools and people. It goes on as a job in the footer. */
export function ExportEventsDialog({ status, onClose }: Props) {
  const [choice, setChoice] = useState<Choice>({ ...firstChoice, onlyShown: status.matched < status.total });
  const save = useCommand('events_export', {
    onDone: () => {
      void queryClient.invalidateQueries({ queryKey: ['jobs_list'] });
      onClose(true);
    },
  });
  const { error } = save;
  const hasColumns = choice.format !== 'csv' || choice.columns.length + choice.paths.length > 0;

  /** What came of the last choice says nothing about this one. */
  function change(next: Partial<Choice>): void {
    save.reset();
    setChoice((before) => ({ ...before, ...next }));
  }

  return (
    <Dialog size="XL">
      <Heading slot="title">Export {status.name}</Heading>
      <Content>
        <WhenClosed forget={() => change({ redaction: firstChoice.redaction })} />
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
          <WhatToExport
            status={status}
            onlyShown={choice.onlyShown && !isWhole(choice)}
            isDisabled={isWhole(choice)}
            onChange={(onlyShown) => change({ onlyShown })}
          />
          <EventsFormatPicker value={choice.format} onChange={(format) => change({ format })} />
          {choice.format === 'csv' ? <CsvColumns choice={choice} onChange={change} /> : null}
          {isWhole(choice) ? null : (
            <Redactions rules={choice.redaction} onChange={(redaction) => change({ redaction })} />
          )}
          <RedactionPreviewPart status={status} choice={choice} />
          {error && error.code !== 'cancelled' ? <ProblemView problem={error} /> : null}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={() => onClose(false)}>
          Cancel
        </Button>
        <Button
          variant="accent"
          isDisabled={!hasColumns}
          isPending={save.isPending}
          onPress={() => save.mutate(requestOf(status, choice))}
        >
          Export…
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
