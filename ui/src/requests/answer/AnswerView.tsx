import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Badge } from '@react-spectrum/s2/Badge';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Tab, TabList, TabPanel, Tabs } from '@react-spectrum/s2/Tabs';
import { useRemembered } from '../../app/remembered.ts';
import { useCommand, type ApiAnswer } from '../../backend/index.ts';
import { SmallNote } from '../../frame/SmallNote.tsx';
import { showDone, showProblem } from '../../problems/index.ts';
import { sizeInWords } from '../../words/size.ts';
import { statusInWords, tookInWords, toneOf } from './answer-words.ts';
import { AnswerHeaders } from './AnswerHeaders.tsx';
import { AnswerRaw } from './AnswerRaw.tsx';
import { AnswerTree } from './AnswerTree.tsx';
import { copyAnswer } from './copy-answer.ts';
import { Remark } from './Remark.tsx';

const panel = style({ flexGrow: 1, minHeight: 0, marginTop: 0, position: 'relative' });
const filled = style({ position: 'absolute', inset: 0, display: 'flex', flexDirection: 'column' });
const scrolled = style({ position: 'absolute', inset: 0, overflow: 'auto', paddingX: 16, paddingY: 12 });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued', whiteSpace: 'nowrap' });

/** One answer: its status, what is to be known about it, its body and its headers. */
export function AnswerView({ answer }: { answer: ApiAnswer }) {
  const [remembered, choose] = useRemembered('requests.answer');
  const { mutate: save } = useCommand('answer_save', { onDone: ({ path }) => showDone(`Saved as ${path}.`) });
  const { sent, content, bytes, tookMs, tokenSent, remark, retryAfterSeconds } = answer;
  const isJson = content === 'json';
  const isText = isJson || content === 'text';
  const tab = remembered === 'headers' ? 'headers' : isJson && remembered !== 'raw' ? 'tree' : 'raw';
  return (
    <>
      <div
        className={style({
          display: 'flex',
          alignItems: 'center',
          gap: 12,
          flexWrap: 'wrap',
          paddingX: 16,
          paddingTop: 8,
        })}
      >
        <Badge variant={toneOf(answer.status)}>{statusInWords(answer)}</Badge>
        <span className={quiet}>{tookInWords(tookMs)}</span>
        <span className={quiet}>{sizeInWords(bytes)}</span>
        <span className={quiet}>{tokenSent ? 'with the access token' : 'without the access token'}</span>
        {retryAfterSeconds === null ? null : (
          <span className={quiet}>{`the service asks to wait ${retryAfterSeconds.toLocaleString()} s`}</span>
        )}
        <div className={style({ flexGrow: 1 })} />
        <ActionButton size="S" isQuiet isDisabled={!isText} onPress={() => void copyAnswer(sent, null)}>
          Copy
        </ActionButton>
        <ActionButton
          size="S"
          isQuiet
          isDisabled={content === 'empty'}
          onPress={() => save({ sent }, { onError: (problem) => problem.code !== 'cancelled' && showProblem(problem) })}
        >
          Save…
        </ActionButton>
      </div>
      {remark ? <Remark remark={remark} /> : null}
      <Tabs
        aria-label="Parts of the answer"
        density="compact"
        selectedKey={tab}
        onSelectionChange={(key) => choose(String(key))}
        styles={style({ flexGrow: 1, minHeight: 120 })}
      >
        <TabList styles={style({ marginX: 16 })}>
          {isJson ? <Tab id="tree">Tree</Tab> : null}
          <Tab id="raw">Raw</Tab>
          <Tab id="headers">{`Headers (${answer.headers.length})`}</Tab>
        </TabList>
        {isJson ? (
          <TabPanel id="tree" styles={panel}>
            <div className={filled}>
              <AnswerTree sent={sent} />
            </div>
          </TabPanel>
        ) : null}
        <TabPanel id="raw" styles={panel}>
          <div className={filled}>
            {isText ? (
              <AnswerRaw sent={sent} />
            ) : (
              <div className={style({ padding: 16 })}>
                <SmallNote>
                  {content === 'empty'
                    ? 'The answer has no body.'
                    : 'The answer is not text. Save it to look at it in another program.'}
                </SmallNote>
              </div>
            )}
          </div>
        </TabPanel>
        <TabPanel id="headers" styles={panel}>
          <div className={scrolled}>
            <AnswerHeaders headers={answer.headers} />
          </div>
        </TabPanel>
      </Tabs>
    </>
  );
}
