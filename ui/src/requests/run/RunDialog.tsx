import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { ProgressBar } from '@react-spectrum/s2/ProgressBar';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RunCollectionRequest } from '../../backend/index.ts';
import { Loading } from '../../frame/Loading.tsx';
import { SmallNote } from '../../frame/SmallNote.tsx';
import { ProblemView } from '../../problems/index.ts';
import { useRequests } from '../requests-context.ts';
import { runInWords } from './run-words.ts';
import { RunLineItem } from './RunLineItem.tsx';
import { useRun } from './use-run.ts';

interface Props {
  /** What to run; null shows the last run. */
  begin: RunCollectionRequest | null;
  onClose: () => void;
}

const list = style({ display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' });

/** A collection or a folder that is run, call after call. It goes on when the dialog is closed. */
export function RunDialog({ begin, onClose }: Props) {
  const { open } = useRequests();
  const { run, problem, stop } = useRun(begin);
  const done =
    run?.lines.filter(({ outcome }) => outcome.state !== 'waiting' && outcome.state !== 'running').length ?? 0;
  return (
    <Dialog size="L">
      <Heading slot="title">{run ? `Run of ${run.name}` : 'Run'}</Heading>
      <Content>
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 12, minHeight: 120 })}>
          {problem ? <ProblemView problem={problem} /> : null}
          <div role="status" className={style({ font: 'ui' })}>
            {run ? runInWords(run) : ''}
          </div>
          {run?.running ? (
            <ProgressBar
              label="Progress of the run"
              value={done}
              maxValue={run.lines.length}
              valueLabel={`${done} of ${run.lines.length}`}
              styles={style({ width: 'full' })}
            />
          ) : null}
          {run ? (
            <ul aria-label="Calls of the run" className={list}>
              {run.lines.map((line) => (
                <RunLineItem
                  key={line.item}
                  line={line}
                  onOpen={(sent) => {
                    open({ from: 'history', sent });
                    onClose();
                  }}
                />
              ))}
            </ul>
          ) : problem ? null : run === null ? (
            <SmallNote>Nothing was run yet. The menu of a collection or a folder runs it.</SmallNote>
          ) : (
            <Loading />
          )}
        </div>
      </Content>
      <ButtonGroup>
        {run?.running ? (
          <Button variant="secondary" onPress={stop}>
            Stop the run
          </Button>
        ) : null}
        <Button variant={run?.running ? 'secondary' : 'accent'} onPress={onClose}>
          Close
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
