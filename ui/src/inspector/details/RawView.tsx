import { ActionButton } from '@react-spectrum/s2/ActionButton';
import Copy from '@react-spectrum/s2/icons/Copy';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { backend, asProblem, type EventRef } from '../../backend/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { listColours, useRowPages, useShownRows, useRowWindow } from '../../virtual-list/index.ts';
import { copyEvent } from './copy-event.ts';
import './details.css';
import { sizeInWords } from '../../words/size.ts';

const lineHeight = 20;
/** A web view draws a line of megabytes badly; Copy takes all of it. */
const longestLine = 2000;

/** The event as JSON, line by line, however large it is. */
export function RawView({ event, bytes }: { event: EventRef; bytes: number | undefined }) {
  const lines = useRowPages<string>('raw', 0, async (offset, limit) => {
    const page = await backend.call('event_raw', { ...event, offset, limit });
    return { revision: 0, total: page.total, rows: page.lines };
  });
  const window = useRowWindow(lines.total, lineHeight);
  useShownRows(lines, window.range);
  const { attach } = window;
  const indices = Array.from({ length: window.range.last - window.range.first }, (_, at) => window.range.first + at);

  return (
    <>
      <div className={style({ display: 'flex', alignItems: 'center', gap: 8, padding: 8, paddingStart: 16 })}>
        <span className={style({ flexGrow: 1, font: 'ui-sm', color: 'neutral-subdued' })}>
          {`${lines.total.toLocaleString()} lines${bytes === undefined ? '' : `, ${sizeInWords(bytes)}`}`}
        </span>
        <ActionButton size="S" onPress={() => void copyEvent(event)}>
          <Copy />
          <Text>Copy JSON</Text>
        </ActionButton>
      </div>
      {lines.failure ? <ProblemView problem={asProblem(lines.failure)} /> : null}
      <div
        role="group"
        aria-label="Raw event"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        ref={attach}
        onScroll={window.onScroll}
        className={`list raw ${listColours}`}
      >
        <div className="list-rows" style={{ height: window.heightOf(lines.total) }}>
          {indices.map((index) => (
            <div key={window.slot(index)} className="raw-line" style={{ top: window.top(index), height: lineHeight }}>
              <span className="raw-number" aria-hidden>
                {index + 1}
              </span>
              {shortened(lines.row(index) ?? '')}
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

function shortened(line: string): string {
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}
