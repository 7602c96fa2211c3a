import { Badge } from '@react-spectrum/s2/Badge';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Cell, Column } from '../../backend/index.ts';
import { ClientName } from '../../sessions/index.ts';
import { CutInMiddle } from '../../words/CutInMiddle.tsx';
import { useInspector } from '../inspector-context.ts';
import { dateAndZone, timeOfDay } from '../list/time.ts';
import './analyses.css';
import { DrawnEvents } from './DrawnEvents.tsx';
import { toned } from './tone.ts';

interface Props {
  cell: Cell | undefined;
  column: Column;
  /** Levels below the first, for the first cell of a row. */
  depth: number;
  /** How far from the end of the table it stays in view; undefined where it scrolls along. */
  stays: number | undefined;
}

const indent = 16;

const badges = { plain: 'neutral', good: 'positive', warning: 'notice', bad: 'negative' } as const;

/** What stands in one column of a row. */
export function DrawnCell({ cell, column, depth, stays }: Props) {
  const classes = ['analysis-cell'];
  if (column.alignment === 'end') classes.push('analysis-cell-end');
  if (stays !== undefined) classes.push('list-stays');
  return (
    <span
      role="gridcell"
      className={classes.join(' ')}
      style={depth > 0 ? { paddingInlineStart: depth * indent } : { insetInlineEnd: stays }}
    >
      {cell ? <Content cell={cell} /> : null}
    </span>
  );
}

function Content({ cell }: { cell: Cell }) {
  const { status } = useInspector();
  switch (cell.is) {
    case 'empty':
      return null;
    case 'text':
      return (
        <span className={toned({ tone: cell.tone })} title={cell.text}>
          <CutInMiddle text={cell.text} />
        </span>
      );
    case 'badge':
      return (
        <Badge size="S" variant={badges[cell.tone]} fillStyle="subtle">
          {cell.text}
        </Badge>
      );
    case 'time':
      return (
        <span className="event-time" title={dateAndZone(cell.at)}>
          {timeOfDay(cell.at)}
        </span>
      );
    case 'duration':
      return <>{`${cell.ms.toLocaleString()} ms`}</>;
    case 'number':
      return <>{cell.value.toLocaleString()}</>;
    case 'client': {
      const client = status.clients.find((each) => each.id === cell.client);
      return client ? <ClientName client={client} /> : <CutInMiddle text={cell.client} />;
    }
    case 'change':
      return (
        <>
          {cell.before === null ? null : <del className="analysis-before">{cell.before}</del>}{' '}
          {cell.after === null ? null : <ins className={style({ textDecoration: 'none' })}>{cell.after}</ins>}
        </>
      );
    case 'events':
      return <DrawnEvents events={cell.events} more={cell.more} />;
  }
}
