import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useEffectEvent } from 'react';
import { asProblem, backend, keepAnswer, useCommand, type Examination, type IntegrationRow } from '../backend/index.ts';
import { Page } from '../frame/Page.tsx';
import { IntegrationParts } from '../integrations/IntegrationParts.tsx';
import { copyText, ProblemView, showProblem } from '../problems/index.ts';
import { ago } from '../words/time.ts';
import { useNow } from '../words/use-now.ts';
import { DoctorGroup } from './DoctorGroup.tsx';
import { found } from './found.ts';

interface Props {
  row: IntegrationRow;
  examination: Examination;
}

const head = style({ display: 'flex', alignItems: 'center', gap: 12, flexWrap: 'wrap' });

/** Every line of the examination, as it goes on. */
export function DoctorView({ row, examination }: Props) {
  const { begunAt, running, groups } = examination;
  const now = useNow();
  const request = { integration: row.id };
  const take = (answer: Examination) => keepAnswer('doctor_read', request, answer);
  const start = useCommand('doctor_start', { onDone: take });
  const stop = useCommand('doctor_stop', { onDone: take });

  // Whoever comes here wants to know; nothing is changed at Adobe by looking.
  const lookAtOnce = useEffectEvent(() => {
    if (begunAt === null) start.mutate(request);
  });
  useEffect(() => lookAtOnce(), []);

  async function copyReport() {
    try {
      const { text } = await backend.call('doctor_report', request);
      await copyText(text, 'Report copied. It holds no secret.');
    } catch (error) {
      showProblem(asProblem(error));
    }
  }

  return (
    <Page>
      <IntegrationParts integration={row.id} />
      <div className={head}>
        <div className={style({ flexGrow: 1, font: 'title' })}>
          <span role="status">{running ? 'Looking…' : found(groups)}</span>
          {/* Beside it: a status is read out whenever it changes, and this one changes with the time. */}
          {begunAt === null ? null : (
            <span className={style({ font: 'ui', color: 'neutral-subdued' })}> · {ago(begunAt, now)}</span>
          )}
        </div>
        <Button variant="secondary" isDisabled={groups.length === 0} onPress={() => void copyReport()}>
          Copy report
        </Button>
        {running ? (
          <Button variant="secondary" onPress={() => stop.mutate(request)}>
            Stop
          </Button>
        ) : (
          <Button variant="accent" isPending={start.isPending} onPress={() => start.mutate(request)}>
            Look again
          </Button>
        )}
      </div>
      {start.error ? <ProblemView problem={start.error} /> : null}
      {groups.map((group) => (
        <DoctorGroup key={group.title} group={group} />
      ))}
    </Page>
  );
}
