import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { backend, type ClientRow, type EventRow } from '../../backend/index.ts';
import {
  useAnchor,
  useRowPages,
  useShownRows,
  useTail,
  useRowWindow,
  useWidth,
  VirtualGrid,
} from '../../virtual-list/index.ts';
import { EventCells, EventPlaceholder } from './EventCells.tsx';
import { NewEventsPill } from './NewEventsPill.tsx';

/** The selected event, and where the list shows it, as far as known. */
export interface Selected {
  uuid: string;
  index: number | null;
}

interface Props {
  view: string;
  revision: number;
  /** Names the filter: under another name it is another list. */
  list: string;
  paused: boolean;
  clients: ClientRow[];
  selected: Selected | null;
  onSelect: (selected: Selected | null) => void;
  onOpen: () => void;
  onKey: (event: KeyboardEvent) => boolean;
  /** Shown over the list when it is empty. */
  empty: ReactNode;
}

const rowHeight = 28;
const headerHeight = 33;
const wideFrom = 760;
const columnsWide = '92px 12px minmax(140px, 3fr) minmax(120px, 3fr) minmax(100px, 2fr) 72px';
const columnsNarrow = '92px 12px minmax(140px, 2fr) minmax(80px, 3fr)';

/** The events that the filter shows, oldest first. Rows live in Rust; here are those near the window. */
export function EventList({ view, revision, list, paused, clients, selected, onSelect, onOpen, onKey, empty }: Props) {
  const [measure, width] = useWidth();
  const wide = width >= wideFrom;
  const pages = useRowPages<EventRow>(paused ? `paused ${list}` : list, revision, async (offset, limit) => {
    const { matched, ...page } = await backend.call('view_rows', { view, offset, limit });
    return { ...page, total: matched };
  });
  const window = useRowWindow(pages.total, rowHeight, headerHeight);
  const tail = useTail(window, pages.total, list);
  useAnchor(pages, window, (event) => event.uuid);
  useShownRows(pages, window.range);

  const selectedIndex = selected ? indexOf(selected) : null;
  function indexOf({ uuid, index }: Selected): number | null {
    if (index !== null && pages.row(index)?.uuid === uuid) return index;
    return pages.find((row) => row.uuid === uuid) ?? index;
  }

  // Under another filter the selected event is elsewhere; once that is known, it is shown.
  const known = selected?.index ?? null;
  const shownFor = useRef(list);
  useEffect(() => {
    if (shownFor.current === list || known === null) return;
    shownFor.current = list;
    window.reveal(known, 'centre');
  }, [list, known, window]);

  // A key may lead to a row that is not here yet; it is selected when it is.
  const aim = useRef<number | null>(null);
  useEffect(() => {
    const event = aim.current === null ? undefined : pages.row(aim.current);
    if (!event) return;
    onSelect({ uuid: event.uuid, index: aim.current });
    aim.current = null;
  });

  function select(index: number, by: 'pointer' | 'key') {
    shownFor.current = list;
    if (by === 'key' && index === pages.total - 1) tail.follow();
    else tail.leave();
    const event = pages.row(index);
    aim.current = event ? null : index;
    if (event) onSelect({ uuid: event.uuid, index });
  }

  return (
    <div
      ref={measure}
      className={style({
        position: 'relative',
        display: 'flex',
        flexDirection: 'column',
        flexGrow: 1,
        minWidth: 0,
        minHeight: 0,
      })}
    >
      <VirtualGrid
        label="Events"
        window={window}
        tail={tail}
        total={pages.total}
        rowHeight={rowHeight}
        headerHeight={headerHeight}
        columns={wide ? columnsWide : columnsNarrow}
        header={<Headers wide={wide} />}
        selectedIndex={selectedIndex}
        renderCells={(index) => {
          const event = pages.row(index);
          if (!event) return <EventPlaceholder />;
          const clientName = clients.find((client) => client.id === event.clientId)?.name;
          return <EventCells event={event} clientName={clientName} wide={wide} />;
        }}
        onSelect={select}
        onOpen={onOpen}
        onBack={() => onSelect(null)}
        onKey={onKey}
      />
      {pages.loaded && pages.total === 0 ? empty : null}
      <NewEventsPill count={tail.arrived} onPress={tail.follow} />
    </div>
  );
}

function Headers({ wide }: { wide: boolean }) {
  return (
    <>
      <span role="columnheader">Time</span>
      <span role="columnheader" aria-label="Client" />
      <span role="columnheader">Event</span>
      <span role="columnheader">Detail</span>
      {wide ? (
        <>
          <span role="columnheader">Vendor</span>
          <span role="columnheader">Type</span>
        </>
      ) : null}
    </>
  );
}
