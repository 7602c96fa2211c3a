import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRemembered } from '../app/remembered.ts';
import type { RequestShelf } from '../backend/index.ts';
import { AnswerPane } from './answer/AnswerPane.tsx';
import type { Draft } from './drafts/draft.ts';
import { RequestBar } from './editor/RequestBar.tsx';
import { RequestEditor } from './editor/RequestEditor.tsx';
import { HeightSplitter } from '../panels/HeightSplitter.tsx';

interface Props {
  draft: Draft;
  shelf: RequestShelf | undefined;
  /** Height of the place in pixels. */
  height: number;
  isPaneShown: boolean;
  onPane: (isShown: boolean) => void;
  onEnvironment: (environment: string | null) => void;
}

const leastAnswer = 160;
/** The part of the place that the answer takes until somebody moves its border. */
const usualShare = 0.44;
/** What the request needs, with its bar. */
const leastRequest = 300;

/** A request over its answer. In a low window both keep the room they need, and the place scrolls. */
export function RequestPanes({ draft, shelf, height, ...bar }: Props) {
  const [remembered, remember] = useRemembered('panel.answer.height');
  const most = Math.max(leastAnswer, height - leastRequest);
  const wanted = Number(remembered) > 0 ? Number(remembered) : height * usualShare;
  const answerHeight = Math.max(leastAnswer, Math.min(most, wanted));
  return (
    <div
      className={style({
        display: 'flex',
        flexDirection: 'column',
        flexGrow: 1,
        minWidth: 0,
        height: 'full',
        overflowY: 'auto',
        overflowX: 'hidden',
      })}
    >
      <div className={style({ paddingX: 16, paddingY: 12, flexShrink: 0 })}>
        <RequestBar draft={draft} shelf={shelf} {...bar} />
      </div>
      <div className={style({ display: 'flex', flexGrow: 1, flexShrink: 0, flexBasis: 240, minHeight: 240 })}>
        <RequestEditor draft={draft} shelf={shelf} />
      </div>
      <HeightSplitter
        label="Height of the answer"
        height={answerHeight}
        least={leastAnswer}
        most={most}
        onResize={(next) => remember(String(Math.round(next)))}
      />
      <div className={style({ flexShrink: 0 })} style={{ height: answerHeight }}>
        <AnswerPane key={draft.key} draft={draft} />
      </div>
    </div>
  );
}
