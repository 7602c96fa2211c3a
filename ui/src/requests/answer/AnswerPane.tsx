import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import { useLasting } from '../../frame/use-lasting.ts';
import { ProblemView } from '../../problems/index.ts';
import type { Draft } from '../drafts/draft.ts';
import { stopSending } from '../drafts/drafts.ts';
import { statusInWords, tookInWords } from './answer-words.ts';
import { AnswerView } from './AnswerView.tsx';

const noticeableMs = 150;
const centre = style({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 12,
  flexGrow: 1,
  padding: 16,
});

/** What came of a request. */
export function AnswerPane({ draft }: { draft: Draft }) {
  const { answer, problem, underWay } = draft;
  const isWaiting = useLasting(underWay !== null, noticeableMs);
  return (
    <section
      aria-label="Answer"
      className={style({ display: 'flex', flexDirection: 'column', height: 'full', minHeight: 0 })}
    >
      <VisuallyHidden>
        {/* There from the start, so that what comes is read out. */}
        <div role="status">{isWaiting ? 'Waiting for the answer' : told(draft)}</div>
      </VisuallyHidden>
      {underWay !== null && isWaiting ? (
        <div className={centre}>
          <ProgressCircle isIndeterminate size="S" aria-label="Waiting for the answer" />
          <span className={style({ font: 'ui' })}>Waiting for the answer…</span>
          <ActionButton size="S" onPress={() => void stopSending(underWay)}>
            Stop waiting
          </ActionButton>
        </div>
      ) : problem?.code === 'cancelled' ? (
        <div className={centre}>
          <span className={style({ font: 'ui', color: 'neutral-subdued' })}>Stopped. No answer was waited for.</span>
        </div>
      ) : problem ? (
        <div className={style({ padding: 16, overflow: 'auto' })}>
          <ProblemView problem={problem} />
        </div>
      ) : answer ? (
        <AnswerView key={answer.sent} answer={answer} />
      ) : (
        <div className={centre}>
          <span className={style({ font: 'ui', color: 'neutral-subdued', textAlign: 'center' })}>
            {draft.source?.from === 'history'
              ? 'This answer is no longer kept. Send the request again to see a new one.'
              : 'The answer appears here: its status, its headers, and JSON as a tree. Ctrl+Enter sends.'}
          </span>
        </div>
      )}
    </section>
  );
}

function told({ answer, problem }: Draft): string {
  if (problem) return problem.code === 'cancelled' ? 'Stopped' : problem.title;
  return answer ? `${statusInWords(answer)}, ${tookInWords(answer.tookMs)}` : '';
}
