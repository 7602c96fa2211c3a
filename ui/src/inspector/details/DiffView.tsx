import { Picker, PickerItem } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Switch } from '@react-spectrum/s2/Switch';
import { useState } from 'react';
import { useRemembered } from '../../app/remembered.ts';
import { backend, type DiffLine, type DiffWith, type EventDiff, type EventRef } from '../../backend/index.ts';
import { useInspector } from '../inspector-context.ts';
import { apart, timeOfDay } from '../list/time.ts';
import { countsInWords } from './change-words.ts';
import { DiffLines } from './DiffLines.tsx';
import { useRelated } from './RelatedView.tsx';

const previous = 'previous';

/** What differs from the event of the same kind before this one, or from another. */
export function DiffView({ event }: { event: EventRef }) {
  const { selection } = useInspector();
  const [onlyChanges, setOnlyChanges] = useRemembered('diff.onlyChanges');
  const [ignoring, setIgnoring] = useRemembered('diff.ignoring');
  const selected = selection.length === 2 ? selection.find((uuid) => uuid !== event.event) : undefined;
  const [chosen, choose] = useState<string | null>(null);
  const [diff, setDiff] = useState<EventDiff | null>(null);
  const other = chosen ?? selected ?? previous;
  const only = onlyChanges !== 'no';
  const ignoreVolatile = ignoring !== 'no';

  async function load(offset: number, limit: number) {
    const compared: DiffWith = other === previous ? { with: 'previous' } : { with: 'event', event: other };
    const request = { ...event, other: compared, ignoreVolatile, onlyChanges: only, offset, limit };
    const answer = await backend.call('event_diff', request);
    setDiff(answer);
    return { revision: 0, total: answer.total, rows: answer.lines satisfies DiffLine[] };
  }

  return (
    <>
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 8, paddingX: 16, paddingY: 8 })}>
        <OtherPicker event={event} selected={selected} other={other} onChoose={choose} />
        <div className={style({ display: 'flex', flexWrap: 'wrap', columnGap: 16, rowGap: 4 })}>
          <Switch size="S" isSelected={only} onChange={(on) => setOnlyChanges(on ? 'yes' : 'no')}>
            Only changes
          </Switch>
          <Switch size="S" isSelected={ignoreVolatile} onChange={(on) => setIgnoring(on ? 'yes' : 'no')}>
            Ignore identities and times
          </Switch>
        </div>
        <span role="status" className={style({ font: 'ui-sm', color: 'neutral-subdued' })}>
          {diff?.other ? `${countsInWords(diff)} since ${timeOfDay(diff.other.timestamp)}` : ''}
        </span>
      </div>
      <DiffLines
        name={JSON.stringify([event, other, only, ignoreVolatile])}
        revision={0}
        load={load}
        nothing={
          diff?.other === null
            ? 'There is no earlier event of this kind from this client. Choose another to compare with.'
            : 'Nothing differs.'
        }
      />
    </>
  );
}

interface PickerProps {
  event: EventRef;
  selected: string | undefined;
  other: string;
  onChoose: (other: string) => void;
}

/** Chooses what an event is compared with: events of its kind, or the other that is selected. */
function OtherPicker({ event, selected, other, onChoose }: PickerProps) {
  const { data } = useRelated(event);
  const alike = data?.alike ?? [];
  const isKnown = other === previous || other === selected || alike.some(({ row }) => row.uuid === other);
  return (
    <Picker
      size="S"
      label="Compare with"
      labelPosition="side"
      value={isKnown ? other : previous}
      onChange={(key) => onChoose(String(key))}
      styles={style({ width: 'full' })}
      items={[
        { id: previous, label: 'The previous event of this kind' },
        ...(selected ? [{ id: selected, label: 'The other selected event' }] : []),
        ...alike
          .filter(({ row }) => row.uuid !== selected)
          .map(({ row, afterMs }) => ({
            id: row.uuid,
            label: `${timeOfDay(row.timestamp)} (${apart(afterMs)}) ${row.detail === '' ? row.label : row.detail}`,
          })),
      ]}
    >
      {({ id, label }) => <PickerItem id={id}>{label}</PickerItem>}
    </Picker>
  );
}
