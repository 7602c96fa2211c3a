import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { asProblem, backend } from '../../backend/index.ts';
import { RawLines } from '../../json-tree/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { useRowPages } from '../../virtual-list/index.ts';

/** The body of an answer, line by line. */
export function AnswerRaw({ sent }: { sent: string }) {
  const lines = useRowPages<string>('raw', 0, async (offset, limit) => {
    const page = await backend.call('answer_raw', { sent, offset, limit });
    return { revision: 0, total: page.total, rows: page.lines };
  });
  return (
    <>
      <span className={style({ font: 'ui-sm', color: 'neutral-subdued', paddingX: 16, paddingY: 8 })}>
        {lines.total === 1 ? '1 line' : `${lines.total.toLocaleString()} lines`}
      </span>
      {lines.failure ? <ProblemView problem={asProblem(lines.failure)} /> : null}
      <RawLines label="Raw answer" lines={lines} />
    </>
  );
}
