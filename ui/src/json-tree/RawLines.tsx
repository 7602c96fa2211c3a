import type { RowPages } from '../virtual-list/index.ts';
import { listColours, useDrawnRows, useRowWindow, useShownRows } from '../virtual-list/index.ts';
import './json-tree.css';

const lineHeight = 20;
/** A web view draws a line of megabytes badly; copying takes all of it. */
const longestLine = 2000;

interface Props {
  label: string;
  lines: RowPages<string>;
}

/** A text line by line, however large it is. */
export function RawLines({ label, lines }: Props) {
  const window = useRowWindow(lines.total, lineHeight);
  useShownRows(lines, window);
  const { attach } = window;
  const { indices } = useDrawnRows(window);
  return (
    <div
      role="group"
      aria-label={label}
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
  );
}

function shortened(line: string): string {
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}
