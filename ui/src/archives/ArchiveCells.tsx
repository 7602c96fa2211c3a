import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo } from 'react';
import type { ArchiveRow } from '../backend/index.ts';
import { shortly } from '../sessions/when.ts';
import { sizeInWords } from '../words/size.ts';
import { exactly } from '../words/time.ts';
import { originInWords, periodInWords } from './archive-words.ts';
import { ArchiveState } from './ArchiveState.tsx';

interface Props {
  archive: ArchiveRow;
  /** Whether there is room for the period. */
  wide: boolean;
}

const quiet = style({ color: 'neutral-subdued', truncate: true });
const number = style({ textAlign: 'end', fontVariantNumeric: 'tabular-nums', truncate: true });
const trouble = style({ display: 'flex', alignItems: 'center', gap: 8, color: 'neutral-subdued', minWidth: 0 });

/** One archive's row. One that cannot be read says why instead of what is in it. */
export const ArchiveCells = memo(function ArchiveCells({ archive, wide }: Props) {
  const { name, events, problem, changed } = archive;
  const title = (
    <span role="gridcell" title={name} className={style({ truncate: true, fontWeight: 'medium' })}>
      {name}
    </span>
  );
  if (problem && events === 0) {
    const text = `${problem.title}. ${problem.nextStep}`;
    return (
      <>
        {title}
        <span role="gridcell" title={text} className={trouble} style={{ gridColumn: '2 / -1' }}>
          <AlertTriangle aria-label="Problem" styles={iconStyle({ size: 'S', color: 'notice' })} />
          <span className={style({ truncate: true })}>{text}</span>
        </span>
      </>
    );
  }
  const { first, last } = archive;
  const period = first === null || last === null ? undefined : `${exactly(first)} – ${exactly(last)}`;
  return (
    <>
      {title}
      <span role="gridcell" title={originInWords(archive)} className={quiet}>
        {originInWords(archive)}
      </span>
      <span role="gridcell" className={number}>
        {events.toLocaleString()}
      </span>
      {wide ? (
        <span role="gridcell" title={period} className={quiet}>
          {periodInWords(archive)}
        </span>
      ) : null}
      <span role="gridcell" title={`${archive.bytes.toLocaleString()} bytes`} className={number}>
        {sizeInWords(archive.bytes)}
      </span>
      <span role="gridcell" title={changed === null ? undefined : exactly(changed)} className={quiet}>
        {changed === null ? '–' : shortly(changed)}
      </span>
      <span role="gridcell" className={quiet}>
        <ArchiveState archive={archive} />
      </span>
    </>
  );
});
