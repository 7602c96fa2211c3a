import { Button } from '@react-spectrum/s2/Button';
import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef, useState } from 'react';
import {
  asProblem,
  backend,
  type Comparison as Compared,
  type ComparedRow,
  type ViewStatus,
} from '../backend/index.ts';
import { localZone } from '../inspector/filter/event-filter.ts';
import { ProblemView } from '../problems/index.ts';
import { useSettled } from '../sessions/index.ts';
import { useRowPages, useRowWindow, useShownRows } from '../virtual-list/index.ts';
import { useRemembered } from '../app/remembered.ts';
import { ComparisonBar } from './ComparisonBar.tsx';
import { ComparedList } from './ComparedList.tsx';
import { ComparedPair } from './ComparedPair.tsx';
import { tallyInWords } from './compared-words.ts';

const typingPauseMs = 300;
const rowHeight = 28;
const headerHeight = 33;

/** The events of two sessions, aligned by kind and order. Rust aligns them; here are the rows that are seen. */
export function Comparison({ left, right }: { left: ViewStatus; right: ViewStatus }) {
  const [text, setText] = useState('');
  const [ignoring, setIgnoring] = useRemembered('compare.ignoring');
  const [only, setOnly] = useRemembered('compare.only');
  const [tally, setTally] = useState<Compared | null>(null);
  // What arrives does not move what is looked at: it is compared when asked for.
  const [revision, setRevision] = useState(left.revision + right.revision);
  const [turn, setTurn] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<{ list: string; index: number } | null>(null);
  const asked = {
    left: left.view,
    right: right.view,
    text: useSettled(text, typingPauseMs),
    zoneMinutes: localZone(),
    ignoreVolatile: ignoring !== 'no',
    onlyDifferences: only !== 'no',
  };
  const list = JSON.stringify([asked, turn]);
  const pages = useRowPages<ComparedRow>(list, 0, async (offset, limit) => {
    const answer = await backend.call('sessions_compare', { ...asked, offset, limit });
    setTally(answer);
    return { revision: 0, total: answer.total, rows: answer.rows };
  });
  const window = useRowWindow(pages.total, rowHeight, headerHeight);
  useShownRows(pages, window);
  const index = selected?.list === list ? selected.index : null;
  const row = index === null ? undefined : pages.row(index);
  const hasNews = left.revision + right.revision !== revision;

  /** The list stays, and takes the focus that what differs had. */
  function closePair() {
    setSelected(null);
    place.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  }

  function compareAgain() {
    setRevision(left.revision + right.revision);
    setTurn(turn + 1);
  }

  return (
    <div
      ref={place}
      role="group"
      aria-label="Comparison"
      className={style({ display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 })}
    >
      <ComparisonBar
        text={text}
        onText={setText}
        ignoring={asked.ignoreVolatile}
        onIgnoring={(on) => setIgnoring(on ? 'yes' : 'no')}
        only={asked.onlyDifferences}
        onOnly={(on) => setOnly(on ? 'yes' : 'no')}
      />
      <div className={style({ display: 'flex', alignItems: 'center', gap: 12, paddingX: 12, paddingBottom: 8 })}>
        <span role="status" className={style({ font: 'ui', color: 'neutral' })}>
          {tally ? tallyInWords(tally) : ''}
        </span>
        {tally?.note ? <span className={style({ font: 'ui-sm', color: 'notice-1000' })}>{tally.note}</span> : null}
        {hasNews ? (
          <Button size="S" variant="secondary" onPress={compareAgain}>
            Compare again with what arrived
          </Button>
        ) : null}
      </div>
      {pages.failure ? (
        <div className={style({ padding: 12 })}>
          <ProblemView problem={asProblem(pages.failure)} />
        </div>
      ) : !pages.loaded ? (
        <div className={style({ display: 'grid', placeItems: 'center', flexGrow: 1 })}>
          <ProgressCircle isIndeterminate aria-label="Comparing the events" />
        </div>
      ) : pages.total === 0 ? (
        <p className={style({ font: 'body', color: 'neutral-subdued', margin: 0, padding: 12 })}>
          {tally && tally.same > 0 ? 'Nothing differs.' : 'Neither session has such an event.'}
        </p>
      ) : (
        <ComparedList
          left={left.name}
          right={right.name}
          pages={pages}
          window={window}
          selected={index}
          onSelect={(at) => setSelected({ list, index: at })}
          onBack={() => setSelected(null)}
        />
      )}
      {row ? <ComparedPair row={row} asked={asked} onClose={closePair} /> : null}
    </div>
  );
}
