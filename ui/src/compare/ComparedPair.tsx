import { CloseButton } from '@react-spectrum/s2/CloseButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { backend, type CompareRequest, type ComparedRow } from '../backend/index.ts';
import { DiffLines } from '../inspector/details/DiffLines.tsx';
import { comparedWords } from './compared-words.ts';

interface Props {
  row: ComparedRow;
  asked: Omit<CompareRequest, 'offset' | 'limit'>;
  onClose: () => void;
}

const pane = style({
  display: 'flex',
  flexDirection: 'column',
  height: '40%',
  flexShrink: 0,
  minHeight: 0,
  borderStyle: 'solid',
  borderWidth: 0,
  borderTopWidth: 1,
  borderColor: 'gray-200',
});

/** What differs between the two events of a row. */
export function ComparedPair({ row, asked, onClose }: Props) {
  const { left, right } = row;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leads back from wherever the focus is in it
    <section
      aria-label="The selected pair"
      className={pane}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={style({ display: 'flex', alignItems: 'center', gap: 8, paddingX: 12, paddingTop: 8 })}>
        <h2 className={style({ font: 'title-sm', margin: 0, flexGrow: 1, minWidth: 0, truncate: true })}>
          {`${comparedWords[row.change].word}: ${(right ?? left)?.label ?? ''}`}
        </h2>
        <CloseButton size="S" aria-label="Close the selected pair" onPress={onClose} />
      </div>
      {left && right ? (
        <DiffLines
          name={JSON.stringify([left.uuid, right.uuid, asked.ignoreVolatile])}
          revision={0}
          load={async (offset, limit) => {
            const answer = await backend.call('compare_pair', {
              left: asked.left,
              leftEvent: left.uuid,
              right: asked.right,
              rightEvent: right.uuid,
              ignoreVolatile: asked.ignoreVolatile,
              offset,
              limit,
            });
            return { revision: 0, total: answer.total, rows: answer.lines };
          }}
          nothing="Nothing differs."
        />
      ) : (
        <p className={style({ font: 'ui', color: 'neutral-subdued', margin: 12 })}>
          {right
            ? 'The left session has no such event at this place.'
            : 'The right session has no such event at this place.'}
        </p>
      )}
    </section>
  );
}
