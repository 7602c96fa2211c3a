import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { asProblem, type DiffLine } from '../../backend/index.ts';
import { ProblemView } from '../../problems/index.ts';
import {
  useRowPages,
  useRowWindow,
  useShownRows,
  VirtualGrid,
  WaitingCell,
  type LoadRows,
} from '../../virtual-list/index.ts';
import { DiffCells } from './DiffCells.tsx';
import { DiffValue } from './DiffValue.tsx';

interface Props {
  /** Names what is compared: under another name it is another list. */
  name: string;
  revision: number;
  load: LoadRows<DiffLine>;
  /** What is said when no line differs. */
  nothing: string;
}

const rowHeight = 24;
const headerHeight = 28;

/** What differs between two payloads, line by line, however many there are. */
export function DiffLines({ name, revision, load, nothing }: Props) {
  const pages = useRowPages<DiffLine>(name, revision, load);
  const window = useRowWindow(pages.total, rowHeight, headerHeight);
  useShownRows(pages, window);
  const [chosen, setChosen] = useState<{ name: string; index: number } | null>(null);
  const index = chosen?.name === name && chosen.index < pages.total ? chosen.index : null;
  const line = index === null ? undefined : pages.row(index);

  if (pages.failure) return <ProblemView problem={asProblem(pages.failure)} />;
  if (pages.loaded && pages.total === 0) {
    return <p className={style({ font: 'ui', color: 'neutral-subdued', margin: 16 })}>{nothing}</p>;
  }
  return (
    <>
      <VirtualGrid
        label="Differences"
        window={window}
        total={pages.total}
        rowHeight={rowHeight}
        headerHeight={headerHeight}
        columns="16px minmax(0, 1fr) minmax(0, 1fr)"
        header={
          <>
            <span role="columnheader" aria-label="What became of it" />
            <span role="columnheader">Key</span>
            <span role="columnheader">Value</span>
          </>
        }
        selectedIndex={index}
        renderCells={(at) => {
          const row = pages.row(at);
          return row ? <DiffCells line={row} /> : <WaitingCell />;
        }}
        onSelect={(at) => setChosen({ name, index: at })}
      />
      {line ? <DiffValue line={line} /> : null}
    </>
  );
}
