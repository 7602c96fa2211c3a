import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Badge } from '@react-spectrum/s2/Badge';
import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RunLine } from '../../backend/index.ts';
import { tookInWords, toneOf } from '../answer/answer-words.ts';
import { MethodMark } from '../shelf/MethodMark.tsx';
import { outcomeInWords } from './run-words.ts';

const row = style({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 32,
  flexWrap: 'wrap',
  font: 'ui',
});
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' });
const wrong = style({ font: 'ui-sm', color: 'negative', width: 'full', paddingStart: 48, paddingBottom: 4 });

interface Props {
  line: RunLine;
  onOpen: (sent: string) => void;
}

/** One call of a run, and what came of it. */
export function RunLineItem({ line: { name, method, outcome }, onOpen }: Props) {
  return (
    <li className={row}>
      <MethodMark method={method} />
      <span className={style({ flexGrow: 1, minWidth: 0 })}>{name}</span>
      {outcome.state === 'answered' ? (
        <>
          <Badge size="S" variant={toneOf(outcome.status)}>
            {String(outcome.status)}
          </Badge>
          <span className={quiet}>{tookInWords(outcome.tookMs)}</span>
          <ActionButton
            size="XS"
            isQuiet
            aria-label={`Open the answer of ${name}`}
            onPress={() => onOpen(outcome.sent)}
          >
            Open
          </ActionButton>
        </>
      ) : outcome.state === 'failed' ? (
        <>
          <Badge size="S" variant="negative">
            failed
          </Badge>
          <span className={wrong}>{outcomeInWords(outcome)}</span>
        </>
      ) : (
        <>
          {outcome.state === 'running' ? (
            <ProgressCircle isIndeterminate size="S" aria-label={`${name} is under way`} />
          ) : null}
          <span className={quiet}>
            {outcome.state === 'skipped' ? `skipped: ${outcomeInWords(outcome)}` : outcomeInWords(outcome)}
          </span>
        </>
      )}
    </li>
  );
}
