import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { DiffLine } from '../../backend/index.ts';
import { changeWords } from './change-words.ts';
import './details.css';

const box = style({
  flexShrink: 0,
  maxHeight: 160,
  overflow: 'auto',
  borderStyle: 'solid',
  borderWidth: 0,
  borderTopWidth: 1,
  borderColor: 'gray-200',
  paddingX: 16,
  paddingY: 8,
  display: 'flex',
  flexDirection: 'column',
  gap: 4,
});
const term = style({ font: 'ui-sm', color: 'neutral-subdued' });
const text = style({ margin: 0, whiteSpace: 'pre-wrap', wordBreak: 'break-word' });

/** The values of the line that is selected, unabridged as far as the line has them. */
export function DiffValue({ line }: { line: DiffLine }) {
  return (
    <div
      role="group"
      aria-label="The selected line"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      className={box}
    >
      <div className={term}>{`${changeWords[line.change].word}: ${line.path === '' ? 'payload' : line.path}`}</div>
      {line.before === null ? null : (
        <div>
          <span className={term}>Before </span>
          <span className={`diff-cells ${text}`}>{line.before}</span>
        </div>
      )}
      {line.after === null ? null : (
        <div>
          <span className={term}>After </span>
          <span className={`diff-cells ${text}`}>{line.after}</span>
        </div>
      )}
    </div>
  );
}
