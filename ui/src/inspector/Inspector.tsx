import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo, useRef, useState } from 'react';
import { isArchive } from '../app/view-places.ts';
import type { ViewStatus } from '../backend/index.ts';
import { AnalysisPane, AnalysisTabs } from './analyses/index.ts';
import { ArrivingEvents } from './arrivals/index.ts';
import { DetailsPanel } from './details/DetailsPanel.tsx';
import { useDetails } from './details/use-details.ts';
import { EventsPane } from './EventsPane.tsx';
import { FilterChips } from './filter/FilterChips.tsx';
import { FilterFields } from './filter/FilterFields.tsx';
import { FilterBar } from './filter/FilterBar.tsx';
import { nameOf, noFilter, useEventFilter } from './filter/use-event-filter.ts';
import { useFacets } from './filter/use-facets.ts';
import { FollowingProblem } from './header/FollowingProblem.tsx';
import { InspectorHeader } from './header/InspectorHeader.tsx';
import { usePause } from './header/use-pause.ts';
import { Hint } from './hints/Hint.tsx';
import { InspectorContext, type InspectorState } from './inspector-context.ts';
import { InspectorDialogs, type AskedDialog } from './InspectorDialogs.tsx';
import { useLanding } from './landing.ts';
import type { Selected } from './list/EventList.tsx';
import { listName } from './list/list-name.ts';
import { Splitter } from '../panels/Splitter.tsx';
import { usePanel } from '../panels/use-panel.ts';
import { useClearedElsewhere } from './marks/index.ts';
import { Timeline } from './timeline/index.ts';
import { useArrangement } from './use-arrangement.ts';
import { useInspectorKeys } from './use-inspector-keys.ts';

const place = style({ display: 'flex', flexDirection: 'column', height: 'full', minHeight: 0, position: 'relative' });
const panels = style({
  display: 'flex',
  flexGrow: 1,
  minHeight: 0,
  borderStyle: 'solid',
  borderWidth: 0,
  borderTopWidth: 1,
  borderColor: 'gray-200',
});
const side = style({ flexShrink: 0, minHeight: 0, minWidth: 0, overflow: 'hidden' });
const border = style({ width: 1, flexShrink: 0, backgroundColor: 'gray-200' });

/** One session or archive: header, tabs, and of each tab what it shows, with the details of one event beside it. */
export function Inspector({ status }: { status: ViewStatus }) {
  const { view, revision, paused } = status;
  const onlyArchive = isArchive(status);
  const root = useRef<HTMLDivElement>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const { filter, setFilter, mistake } = useEventFilter(status);
  const list = listName(status);
  const found = nameOf(status.filter);
  const facets = useFacets(view, paused ? `paused ${found}` : found, revision);
  const facetsPanel = usePanel('facets', 208);
  const detailsPanel = usePanel('details', 400);
  const [tab, chooseTab] = useState('events');
  const [chosen, setChosen] = useState<(Selected & { list: string }) | null>(null);
  const [selection, setSelection] = useState<string[]>([]);
  const [asked, ask] = useState<AskedDialog | null>(null);
  const details = useDetails(view, chosen?.uuid ?? null, list);
  const pause = usePause(status);
  useClearedElsewhere(status);
  const arrange = useArrangement(status);

  const ofThisList = chosen?.list === list ? chosen.index : null;
  const shown = chosen && { uuid: chosen.uuid, index: ofThisList ?? details.index };
  const event = chosen && { view, event: chosen.uuid };
  const focus = (selector: string) => root.current?.querySelector<HTMLElement>(selector)?.focus();

  useInspectorKeys({
    focusFilter: () => {
      chooseTab('events');
      requestAnimationFrame(() => {
        filterField.current?.focus();
        filterField.current?.select();
      });
    },
    focusList: () => focus('[role=grid]'),
    pause: () => (onlyArchive ? null : pause()),
    export: () => ask({ is: 'export' }),
    shortcuts: () => ask({ is: 'shortcuts' }),
    back: closeDetails,
  });

  function openDetails() {
    detailsPanel.show(true);
    requestAnimationFrame(() => focus('section [role=tab][aria-selected=true]'));
  }

  function closeDetails() {
    setChosen(null);
    setSelection([]);
    focus('[role=grid]');
  }

  function showEvent(uuid: string, index: number | null = null) {
    setChosen({ uuid, index, list });
    setSelection([uuid]);
  }

  useLanding(status.archive, ({ query, event: uuid }) => {
    chooseTab('events');
    setFilter({ ...noFilter, text: query });
    if (uuid !== null) showEvent(uuid);
  });

  const { arrangement } = status;
  const inspector: InspectorState = {
    status,
    view,
    onlyArchive,
    filter,
    setFilter,
    narrow: (query) => {
      chooseTab('events');
      if (!filter.chips.includes(query)) setFilter({ ...filter, chips: [...filter.chips, query] });
    },
    shown,
    shownAt: details.data?.row.timestamp ?? null,
    showEvent,
    closeDetails,
    openDetails,
    selection,
    setSelection,
    arrangement,
    arrange,
    addColumn: (path) => {
      if (!arrangement.paths.includes(path)) arrange({ ...arrangement, paths: [...arrangement.paths, path] });
    },
    tab,
    chooseTab,
    ask,
  };

  const header = useMemo(
    () => ({
      onConnect: () => ask({ is: 'connect' }),
      onExport: () => ask({ is: 'export' }),
      onShortcuts: () => ask({ is: 'shortcuts' }),
      onReport: () => ask({ is: 'report' }),
    }),
    [],
  );

  return (
    <InspectorContext value={inspector}>
      <div ref={root} className={place}>
        <InspectorHeader status={status} onPause={pause} {...header} />
        <FollowingProblem status={status} />
        <AnalysisTabs view={view} tab={tab} onTab={chooseTab}>
          {tab === 'events' ? (
            <div className={style({ position: 'relative' })}>
              <FilterBar
                status={status}
                facets={facetsPanel}
                details={detailsPanel}
                isMistaken={mistake !== null}
                chips={<FilterChips facets={facets} fieldRef={filterField} />}
              >
                <FilterFields
                  view={view}
                  filter={filter}
                  mistake={mistake}
                  onFilter={setFilter}
                  fieldRef={filterField}
                />
              </FilterBar>
              <Hint
                id="inspector.filter"
                place="filter"
                title="Filter"
                text="Type a word or a query (the question mark tells how), or choose types, vendors and clients."
              />
            </div>
          ) : null}
          <div className={panels}>
            {tab === 'events' ? (
              <EventsPane facets={facets} facetsPanel={facetsPanel} />
            ) : (
              <AnalysisPane key={tab} analysis={tab} />
            )}
            {event && detailsPanel.shown ? (
              <>
                <Splitter
                  label="Width of the details"
                  panel="after"
                  width={detailsPanel.width}
                  least={280}
                  most={900}
                  onResize={detailsPanel.resize}
                  onFold={() => detailsPanel.show(false)}
                />
                <div className={border} />
                <div className={side} style={{ width: detailsPanel.width, maxWidth: '60%' }}>
                  <DetailsPanel event={event} details={details.data} problem={details.problem} onClose={closeDetails} />
                </div>
              </>
            ) : null}
          </div>
        </AnalysisTabs>
        <Timeline />
        {onlyArchive ? null : <ArrivingEvents />}
        <InspectorDialogs asked={asked} onClose={() => ask(null)} />
      </div>
    </InspectorContext>
  );
}
