import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Facets } from '../backend/index.ts';
import { FacetsPanel } from './filter/FacetsPanel.tsx';
import { inWords } from './filter/parts.ts';
import { isFiltering, noFilter } from './filter/event-filter.ts';
import { useSetFilter } from './filter/typed-filter.ts';
import { Hint } from './hints/Hint.tsx';
import { useInspector } from './inspector-context.ts';
import { EmptyArchive, FilteredToNothing, NoEvents } from './list/EmptyList.tsx';
import { EventList } from './list/EventList.tsx';
import { AllHidden } from './marks/index.ts';
import { Splitter } from '../panels/Splitter.tsx';
import type { Panel } from '../panels/use-panel.ts';

interface Props {
  facets: Facets | undefined;
  facetsPanel: Panel;
}

const side = style({ flexShrink: 0, minHeight: 0, minWidth: 0, overflow: 'hidden' });

/** The list of events, and the values to filter it by. */
export function EventsPane({ facets, facetsPanel }: Props) {
  const { status, onlyArchive, shown, ask } = useInspector();
  const setFilter = useSetFilter();
  const { clients } = status;

  return (
    <>
      {facetsPanel.shown ? (
        <>
          <div className={side} style={{ width: facetsPanel.width }}>
            <FacetsPanel facets={facets} clients={clients} ask={ask} />
          </div>
          <Splitter
            label="Width of the values"
            panel="before"
            width={facetsPanel.width}
            least={144}
            most={400}
            onResize={facetsPanel.resize}
            onFold={() => facetsPanel.show(false)}
          />
        </>
      ) : null}
      <div className={style({ position: 'relative', display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0 })}>
        <EventList
          empty={
            status.hidden > 0 && !status.showsHidden ? (
              <AllHidden status={status} />
            ) : isFiltering(status.filter) ? (
              <FilteredToNothing
                filter={inWords(status.filter, facets)}
                total={status.total}
                onClear={() => setFilter(noFilter)}
              />
            ) : onlyArchive ? (
              <EmptyArchive />
            ) : (
              <NoEvents onConnect={() => ask({ is: 'connect' })} />
            )
          }
        />
        {onlyArchive ? null : (
          <Hint
            id="inspector.list"
            place="list"
            title="Events"
            text="They arrive here, newest at the end. Scroll up to stay, press End to follow."
          />
        )}
        {shown ? null : (
          <Hint
            id="inspector.details"
            place="details"
            title="Details"
            text="Click an event to see what matters in it, its payload and its raw JSON."
          />
        )}
      </div>
    </>
  );
}
