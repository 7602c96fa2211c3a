import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { excerptOf, expectedInWords, type Mistake } from './mistake.ts';

const note = style({
  position: 'absolute',
  top: 'full',
  insetStart: 0,
  zIndex: 3,
  marginTop: 4,
  boxSizing: 'border-box',
  minWidth: 'full',
  width: 'max',
  maxWidth: 640,
  paddingX: 16,
  paddingY: 12,
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  borderRadius: 'lg',
  borderStyle: 'solid',
  borderWidth: 1,
  // And no shadow, for it lies over the list as hints do.
  borderColor: 'gray-500',
  backgroundColor: 'elevated',
  font: 'ui',
});
const query = style({ font: 'code-sm', whiteSpace: 'pre', overflow: 'hidden', margin: 0, color: 'neutral-subdued' });

/** What is wrong with a query, where, and what could stand there. */
export function MistakeNote({ mistake }: { mistake: Mistake }) {
  const { before, wrong, after, caret } = excerptOf(mistake);
  return (
    <div className={note}>
      <pre className={query} aria-hidden>
        {before}
        <strong className={style({ color: 'negative', fontWeight: 'bold' })}>{wrong}</strong>
        {`${after}\n`}
        <span className={style({ color: 'negative' })}>{caret}</span>
      </pre>
      <span>
        <span className={style({ color: 'neutral-subdued' })}>{`Column ${mistake.column.toLocaleString()}: `}</span>
        {mistake.message}
      </span>
      {mistake.expected.length > 0 ? (
        <span className={style({ color: 'neutral-subdued' })}>Expected: {expectedInWords(mistake.expected)}.</span>
      ) : null}
    </div>
  );
}
