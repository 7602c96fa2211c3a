import { ActionButton } from '@react-spectrum/s2/ActionButton';
import Copy from '@react-spectrum/s2/icons/Copy';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { backend, asProblem, type EventRef } from '../../backend/index.ts';
import { RawLines } from '../../json-tree/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { useRowPages } from '../../virtual-list/index.ts';
import { copyEvent } from './copy-event.ts';
import { sizeInWords } from '../../words/size.ts';

/** The event as JSON, line by line, however large it is. */
export function RawView({ event, bytes }: { event: EventRef; bytes: number | undefined }) {
  const lines = useRowPages<string>('raw', 0, async (offset, limit) => {
    const page = await backend.call('event_raw', { ...event, offset, limit });
    return { revision: 0, total: page.total, rows: page.lines };
  });
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
      <RawLines label="Raw event" lines={lines} />
    </>
  );
}
