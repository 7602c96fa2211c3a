import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { TextFieldRef } from '@react-spectrum/s2/TextField';
import { useRef, useState, type KeyboardEvent } from 'react';
import { isArchive } from '../app/view-places.ts';
import type { ViewStatus } from '../backend/index.ts';
import { copyEvent } from './details/copy-event.ts';
import { DetailsPanel } from './details/DetailsPanel.tsx';
import { useDetails } from './details/use-details.ts';
import { FacetsPanel } from './filter/FacetsPanel.tsx';
import { FilterFields } from './filter/FilterFields.tsx';
import { FilterBar } from './filter/FilterBar.tsx';
import { inWords } from './filter/parts.ts';
import { isFiltering, nameOf, noFilter, useEventFilter } from './filter/use-event-filter.ts';
import { useFacets } from './filter/use-facets.ts';
import { FollowingProblem } from './header/FollowingProblem.tsx';
import { InspectorHeader } from './header/InspectorHeader.tsx';
import { usePause } from './header/use-pause.ts';
import { Hint } from './hints/Hint.tsx';
import { InspectorDialogs, type AskedDialog } from './InspectorDialogs.tsx';
import { EmptyArchive, FilteredToNothing, NoEvents } from './list/EmptyList.tsx';
import { EventList, type Selected } from './list/EventList.tsx';
import { Splitter } from './panels/Splitter.tsx';
import { usePanel } from './panels/use-panel.ts';
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
const middle = style({ position: 'relative', display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0 });
const side = style({ flexShrink: 0, minHeight: 0, minWidth: 0, overflow: 'hidden' });
const border = style({ width: 1, flexShrink: 0, backgroundColor: 'gray-200' });

/** One session or archive: header, filter, values, list, details. */
export function Inspector({ status }: { status: ViewStatus }) {
  const { view, revision, clients, paused } = status;
  const onlyArchive = isArchive(status);
  const root = useRef<HTMLDivElement>(null);
  const filterField = useRef<TextFieldRef>(null);
  const { filter, setFilter, mistake } = useEventFilter(status);
  const list = nameOf(status.filter);
  const facets = useFacets(view, paused ? `paused ${list}` : list, revision);
  const facetsPanel = usePanel('facets', 208);
  const detailsPanel = usePanel('details', 400);
  const [chosen, setChosen] = useState<(Selected & { list: string }) | null>(null);
  const [asked, setAsked] = useState<AskedDialog>(null);
  const details = useDetails(view, chosen?.uuid ?? null, list);
  const pause = usePause(status);

  const selected = chosen && { uuid: chosen.uuid, index: chosen.list === list ? chosen.index : details.index };
  const event = chosen && { view, event: chosen.uuid };
  const focus = (selector: string) => root.current?.querySelector<HTMLElement>(selector)?.focus();

  useInspectorKeys({
    focusFilter: () => {
      filterField.current?.focus();
      filterField.current?.select();
    },
    focusList: () => focus('[role=grid]'),
    pause: () => (onlyArchive ? null : pause()),
    export: () => setAsked('export'),
    shortcuts: () => setAsked('shortcuts'),
    back: closeDetails,
  });

  function openDetails() {
    detailsPanel.show(true);
    requestAnimationFrame(() => focus('[role=tab][aria-selected=true]'));
  }

  function closeDetails() {
    setChosen(null);
    focus('[role=grid]');
  }

  function onListKey({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const copies = (ctrlKey || metaKey) && key === 'c' && event && String(getSelection()) === '';
    if (copies) void copyEvent(event);
    return Boolean(copies);
  }

  return (
    <div ref={root} className={place}>
      <InspectorHeader
        status={status}
        onConnect={() => setAsked('connect')}
        onPause={pause}
        onExport={() => setAsked('export')}
        onShortcuts={() => setAsked('shortcuts')}
      />
      <FollowingProblem status={status} />
      <div className={style({ position: 'relative' })}>
        <FilterBar status={status} facets={facetsPanel} details={detailsPanel} isMistaken={mistake !== null}>
          <FilterFields filter={filter} mistake={mistake} facets={facets} onFilter={setFilter} fieldRef={filterField} />
        </FilterBar>
        <Hint
          id="inspector.filter"
          place="filter"
          title="Filter"
          text="Type a word or a query (the question mark tells how), or choose types, vendors and clients."
        />
      </div>
      <div className={panels}>
        {facetsPanel.shown ? (
          <>
            <div className={side} style={{ width: facetsPanel.width }}>
              <FacetsPanel facets={facets} filter={filter} clients={clients} onFilter={setFilter} />
            </div>
            <div className={border} />
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
        <div className={middle}>
          <EventList
            view={view}
            revision={revision}
            list={list}
            paused={paused}
            clients={clients}
            selected={selected}
            onSelect={(next) => setChosen(next && { ...next, list })}
            onOpen={openDetails}
            onKey={onListKey}
            empty={
              isFiltering(status.filter) ? (
                <FilteredToNothing
                  filter={inWords(status.filter, facets)}
                  total={status.total}
                  onClear={() => setFilter(noFilter)}
                />
              ) : onlyArchive ? (
                <EmptyArchive />
              ) : (
                <NoEvents onConnect={() => setAsked('connect')} />
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
          {chosen ? null : (
            <Hint
              id="inspector.details"
              place="details"
              title="Details"
              text="Click an event to see what matters in it, its payload and its raw JSON."
            />
          )}
        </div>
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
      <InspectorDialogs status={status} asked={asked} onClose={() => setAsked(null)} />
    </div>
  );
}
