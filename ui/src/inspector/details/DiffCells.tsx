import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Change, DiffLine } from '../../backend/index.ts';
import { CutInMiddle } from '../../words/CutInMiddle.tsx';
import { changeWords } from './change-words.ts';
import './details.css';

const indent = 12;
const sign = style<{ change: Change }>({
  fontWeight: 'bold',
  color: {
    default: 'neutral-subdued',
    change: { added: 'green-1000', removed: 'red-1000', changed: 'blue-1000' },
  },
});
const removed = style({ color: 'red-1000', textDecoration: 'line-through' });
const added = style({ color: 'green-1000' });

/** The cells of one line: what became of it, its key, its value in either event. */
export function DiffCells({ line }: { line: DiffLine }) {
  const { change, key, depth, before, after } = line;
  const words = changeWords[change];
  return (
    <>
      <span role="gridcell" aria-label={words.word} title={words.word} className={`diff-cells ${sign({ change })}`}>
        {words.sign}
      </span>
      <span
        role="gridcell"
        className={`diff-cells ${change === 'same' ? 'diff-quiet' : ''}`}
        style={{ paddingInlineStart: depth * indent }}
        title={line.path}
      >
        <CutInMiddle text={key} />
      </span>
      <span role="gridcell" className="diff-cells diff-values">
        {change === 'same' ? (
          <span className="diff-quiet">{after ?? before}</span>
        ) : (
          <>
            {before === null ? null : (
              <span className={removed} title={before}>
                {before}
              </span>
            )}
            {change === 'changed' ? <span className="diff-arrow">→</span> : null}
            {after === null ? null : (
              <span className={added} title={after}>
                {after}
              </span>
            )}
          </>
        )}
      </span>
    </>
  );
}
