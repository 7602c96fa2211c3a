import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { backend, type Problem, type RedactionPreview, type ViewStatus } from '../../backend/index.ts';
import { WhenClosed } from '../../exports/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { previewOf, rulesOf, type Choice } from './choice.ts';
import { PlainWarning } from './PlainWarning.tsx';
import { RedactionFindings } from './RedactionFindings.tsx';

interface Props {
  status: ViewStatus;
  choice: Choice;
}

/** What the rules take out, read from all events when it is asked for, and what stays readable. */
export function RedactionPreviewPart({ status, choice }: Props) {
  // The events as they were when it was asked for: those of a session that is followed change all the time.
  const [askedAt, setAskedAt] = useState<number | null>(null);
  const request = previewOf(status, choice);
  const { data, error, isFetching } = useQuery<RedactionPreview, Problem>({
    queryKey: ['events_redaction', request, askedAt],
    queryFn: () => backend.call('events_redaction', request),
    enabled: askedAt !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const isApplied = rulesOf(choice).length > 0;
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
      <WhenClosed forget={() => setAskedAt(null)} />
      {isApplied ? null : <PlainWarning preview={data} />}
      {askedAt !== null ? null : (
        <ActionButton size="S" onPress={() => setAskedAt(status.revision)} styles={style({ alignSelf: 'start' })}>
          {isApplied ? 'Show what will go' : 'Look what is in it'}
        </ActionButton>
      )}
      {isFetching ? (
        <span className={style({ display: 'flex', alignItems: 'center', gap: 8, font: 'ui' })}>
          <ProgressCircle size="S" isIndeterminate aria-label="Reading the events" />
          Reading the events…
        </span>
      ) : null}
      {error ? <ProblemView problem={error} /> : null}
      {data && !isFetching ? <RedactionFindings preview={data} isApplied={isApplied} /> : null}
    </div>
  );
}
