import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Picker, PickerItem } from '@react-spectrum/s2/Picker';
import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnswer } from '../../backend/index.ts';
import { useInspector } from '../inspector-context.ts';
import { timeOfDay } from '../list/time.ts';

interface Props {
  analysis: string;
  client: string | null;
  onClient: (client: string | null) => void;
  hasMoment: boolean;
  at: number | null;
  onMoment: (at: number | null) => void;
  search: string;
  onSearch: (search: string) => void;
  isAsking: boolean;
}

const everybody = 'all';

/** What an analysis is for, and which part of it is wanted. */
export function AnalysisBar(props: Props) {
  const { status } = useInspector();
  const kinds = useAnswer('analyses_list', null).data ?? [];
  const explanation = kinds.find((kind) => kind.id === props.analysis)?.explanation;
  return (
    <div
      className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12, paddingX: 12, paddingY: 8 })}
    >
      <SearchField
        size="S"
        aria-label="Search in the rows"
        placeholder="Search"
        value={props.search}
        onChange={props.onSearch}
        styles={style({ width: 192, flexShrink: 0 })}
      />
      {status.clients.length > 1 ? (
        <Picker
          size="S"
          aria-label="Client"
          selectedKey={props.client ?? everybody}
          onSelectionChange={(key) => props.onClient(key === everybody ? null : String(key))}
          styles={style({ width: 176, flexShrink: 0 })}
        >
          {[{ id: everybody, name: 'All clients' }, ...status.clients].map(({ id, name }) => (
            <PickerItem key={id} id={id}>
              {name}
            </PickerItem>
          ))}
        </Picker>
      ) : null}
      {props.hasMoment ? <Moment at={props.at} onMoment={props.onMoment} /> : null}
      <span
        title={explanation}
        className={style({
          font: 'ui-sm',
          color: 'neutral-subdued',
          flexGrow: 1,
          flexBasis: 96,
          minWidth: 0,
          truncate: true,
        })}
      >
        {explanation}
      </span>
      <span className={style({ width: 16, flexShrink: 0 })}>
        {props.isAsking ? <ProgressCircle isIndeterminate size="S" aria-label="Reading the events" /> : null}
      </span>
    </div>
  );
}

/** The moment that is looked at: that of the event in the details, or the end of the session. */
function Moment({ at, onMoment }: { at: number | null; onMoment: (at: number | null) => void }) {
  const { shownAt } = useInspector();
  return (
    <span className={style({ display: 'flex', alignItems: 'center', gap: 8, flexShrink: 0, font: 'ui-sm' })}>
      <span role="status">{at === null ? 'Now' : `At ${timeOfDay(at)}`}</span>
      {shownAt !== null && shownAt !== at ? (
        <ActionButton size="S" onPress={() => onMoment(shownAt)}>
          {`At the event of ${timeOfDay(shownAt)}`}
        </ActionButton>
      ) : null}
      {at === null ? null : (
        <ActionButton size="S" onPress={() => onMoment(null)}>
          Now
        </ActionButton>
      )}
    </span>
  );
}
