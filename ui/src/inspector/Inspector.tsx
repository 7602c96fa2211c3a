import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo, useRef, useState, type MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { isArchive } from '../app/view-places.ts';
import type { ViewStatus } from '../backend/index.ts';
import { AnalysisPane, AnalysisTabs } from './analyses/index.ts';
import { ArrivingEvents } from './arrivals/index.ts';
import { DetailsPanel } from './details/DetailsPanel.tsx';
import { useDetails } from './details/use-details.ts';
import { DetailsPlace } from './DetailsPlace.tsx';
import { EventsFilter } from './EventsFilter.tsx';
import { EventsPane } from './EventsPane.tsx';
import { nameOf, noFilter, withChip } from './filter/event-filter.ts';
import { useSetFilter } from './filter/typed-filter.ts';
import { useFacets } from './filter/use-facets.ts';
import { FollowingProblem } from './header/FollowingProblem.tsx';
import { InspectorHeader } from './header/InspectorHeader.tsx';
import { usePause } from './header/use-pause.ts';
import { InspectorContext, type InspectorState } from './inspector-context.ts';
import { InspectorDialogs, type AskedDialog } from './InspectorDialogs.tsx';
import { useLanding } from './landing.ts';
import type { Selected } from './list/EventList.tsx';
import { listName } from './list/list-name.ts';
import { usePanel } from '../panels/use-panel.ts';
import { SpokenMarks, useClearedElsewhere } from './marks/index.ts';
import { Timeline } from './timeline/index.ts';
import { useWidth } from '../virtual-list/index.ts';
import { useArrangement } from './use-arrangement.ts';
import { useDetailsPane } from './use-details-pane.ts';
import { useInspectorKeys } from './use-inspector-keys.ts';

const place = style({
  display: 'flex',
  flexDirection: 'column',
  height: 'full',
  // In a lower window, as it is at 200 %, the place scrolls: a list of two rows is none.
  minHeight: 440,
  position: 'relative',
});
const panels = style({
  display: 'flex',
  flexGrow: 1,
  minHeight: 0,
  borderStyle: 'solid',
  borderWidth: 0,
  borderTopWidth: 1,
  borderColor: 'gray-200',
});
const below = style({ display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, position: 'relative' });
const listPane = style({ display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0 });

/** In a narrower inspector, details lie over what they are about, and values to filter by are folded until asked for. */
const narrow = 720;
/** Pixels that are left to a list beside the other panels. */
const leastList = 240;

/** One session or archive: header, tabs, and of each tab what it shows, with the details of one event beside it. */
export function Inspector({ status }: { status: ViewStatus }) {
  const { view, revision, paused } = status;
  const onlyArchive = isArchive(status);
  const root = useRef<HTMLDivElement>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const setFilter = useSetFilter();
  const list = listName(status);
  const found = nameOf(status.filter);
  const facets = useFacets(view, paused ? `paused ${found}` : found, revision);
  const [measure, width] = useWidth();
  const isNarrow = width > 0 && width < narrow;
  const wideFacets = usePanel('facets', 208);
  const narrowFacets = usePanel('facets.narrow', 208, false);
  const facetsPanel = isNarrow ? narrowFacets : wideFacets;
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
  const pane = useDetailsPane({ isOver: isNarrow, hasEvent: chosen !== null, panel: detailsPanel, focus });

  useInspectorKeys({
    focusFilter: () => {
      if (isNarrow && pane.isShown) closeDetails();
      // At once: what is typed next is meant for the field.
      flushSync(() => chooseTab('events'));
      filterField.current?.focus();
      filterField.current?.select();
    },
    focusList: () => focus('[role=grid]'),
    pause: () => (onlyArchive ? null : pause()),
    export: () => ask({ is: 'export' }),
    shortcuts: () => ask({ is: 'shortcuts' }),
    back: closeDetails,
  });

  /** Goes back to the list, where the event stays selected; from there, nothing is selected any more. */
  function closeDetails() {
    if (!pane.isShown) deselect();
    pane.leave();
  }

  function deselect() {
    setChosen(null);
    setSelection([]);
  }

  function showEvent(uuid: string, index: number | null = null) {
    setChosen({ uuid, index, list });
    setSelection([uuid]);
    pane.onSelected();
  }

  useLanding(status.archive, ({ query, event: uuid }) => {
    chooseTab('events');
    setFilter({ ...noFilter, text: query });
    if (uuid !== null) showEvent(uuid);
  });

  const { arrangement } = status;
  const besideList = tab === 'events' && facetsPanel.shown ? facetsPanel.width : 0;
  const widestDetails = Math.min(width * 0.6, width - besideList - leastList);
  const isCovered = isNarrow && pane.isShown;
  const inspector: InspectorState = {
    status,
    view,
    onlyArchive,
    isNarrow,
    narrow: (query) => {
      chooseTab('events');
      setFilter((filter) => withChip(filter, query));
    },
    shown,
    shownAt: details.data?.row.timestamp ?? null,
    showEvent,
    closeDetails,
    openDetails: pane.enter,
    deselect,
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

  /** Where details cover the list, a press on an event is the way to them. */
  function onPress({ target, ctrlKey, metaKey, shiftKey }: MouseEvent) {
    if (!isNarrow || ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return;
    if (target.closest('[role=row][aria-selected=true], [role=gridcell] button')) pane.enter();
  }

  return (
    <InspectorContext value={inspector}>
      <div ref={root} className={place}>
        <div ref={measure} className={style({ height: 0 })} />
        <InspectorHeader status={status} isNarrow={isNarrow} onPause={pause} {...header} />
        <FollowingProblem status={status} />
        <AnalysisTabs view={view} tab={tab} onTab={chooseTab}>
          <div className={below}>
            {tab === 'events' ? (
              <EventsFilter
                facets={facets}
                facetsPanel={facetsPanel}
                detailsPanel={detailsPanel}
                fieldRef={filterField}
                isCovered={isCovered}
              />
            ) : null}
            <div className={panels}>
              {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- Enter does the same in a list */}
              <div className={listPane} inert={isCovered} onClick={onPress}>
                {tab === 'events' ? (
                  <EventsPane facets={facets} facetsPanel={facetsPanel} />
                ) : (
                  <AnalysisPane key={tab} analysis={tab} />
                )}
              </div>
              {event && pane.isShown ? (
                <DetailsPlace panel={detailsPanel} isOver={isNarrow} most={widestDetails}>
                  <DetailsPanel event={event} details={details.data} problem={details.problem} onClose={closeDetails} />
                </DetailsPlace>
              ) : null}
            </div>
          </div>
        </AnalysisTabs>
        <Timeline />
        {onlyArchive ? null : <ArrivingEvents />}
        <SpokenMarks />
        <InspectorDialogs asked={asked} onClose={() => ask(null)} />
      </div>
    </InspectorContext>
  );
}
