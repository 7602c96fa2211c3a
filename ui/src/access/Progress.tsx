import { Button } from '@react-spectrum/s2/Button';
import { ProgressBar } from '@react-spectrum/s2/ProgressBar';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ago } from '../words/time.ts';
import { useNow } from '../words/use-now.ts';
import { countOf, progressInWords } from './progress.ts';
import type { StepState } from './step-state.ts';
import { reachStep } from './steps/index.ts';
import type { useCheck } from './use-check.ts';

interface Props {
  states: ReadonlyMap<string, StepState>;
  check: ReturnType<typeof useCheck>;
  /** Whether there is an integration to check. */
  canCheck: boolean;
  onShowFailed: () => void;
}

const head = style({ display: 'flex', alignItems: 'center', gap: 12, flexWrap: 'wrap' });
const words = style({ flexGrow: 1, minWidth: 0, font: 'title' });
const quiet = style({ font: 'ui', color: 'neutral-subdued' });

/** How far it is, and the way to find out. */
export function Progress({ states, check, canCheck, onShowFailed }: Props) {
  const failed = countOf(states, 'failed');
  const isRunning = check.examination?.running ?? false;
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
      <div className={head}>
        <div className={words}>
          <span role="status">
            {progressInWords(states)}
            <span className={quiet}>
              {isRunning ? ' · checking…' : failed > 0 ? ` · ${failureInWords(states, failed)}` : null}
            </span>
          </span>
          {/* Beside it: a status is read out whenever it changes, and this one changes with the time. */}
          <span className={quiet}>
            {canCheck && !isRunning ? <Checked at={check.examination?.begunAt ?? null} /> : null}
          </span>
        </div>
        {failed > 0 && !isRunning ? (
          <Button variant="secondary" onPress={onShowFailed}>
            Show what failed
          </Button>
        ) : null}
        {canCheck ? (
          <Button
            variant={isRunning ? 'secondary' : 'accent'}
            isPending={check.isStarting}
            onPress={isRunning ? check.stop : check.start}
          >
            {isRunning ? 'Stop' : 'Check now'}
          </Button>
        ) : null}
      </div>
      <ProgressBar
        aria-label="Steps done"
        value={countOf(states, 'done')}
        maxValue={states.size}
        styles={style({ width: 'full', maxWidth: 'full' })}
      />
    </div>
  );
}

function Checked({ at }: { at: number | null }) {
  const now = useNow();
  return at === null ? ' · not checked yet' : ` · checked ${ago(at, now)}`;
}

function failureInWords(states: ReadonlyMap<string, StepState>, failed: number): string {
  if (states.get(reachStep)?.state === 'failed') return 'Adobe cannot be reached, so little can be told';
  return failed === 1 ? '1 step needs somebody' : `${failed} steps need somebody`;
}
