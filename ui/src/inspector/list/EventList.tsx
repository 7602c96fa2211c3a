import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCallback, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { ListRow } from '../../backend/index.ts';
import {
  useAnchor,
  useRowWindow,
  useShownRows,
  useTail,
  useWidth,
  VirtualGrid,
  type Point,
  type Selecting,
} from '../../virtual-list/index.ts';
import { useInspector } from '../inspector-context.ts';
import { useTellShownTimes } from '../timeline/index.ts';
import { AddColumnDialog } from './AddColumnDialog.tsx';
import { useRowCells } from './cells/use-row-cells.ts';
import { leastWidthOf, roomOf, tracksOf, type ColumnId } from './columns.ts';
import { ListHeader } from './ListHeader.tsx';
import { ListMenu } from './ListMenu.tsx';
import { listName } from './list-name.ts';
import { NewEventsPill } from './NewEventsPill.tsx';
import { drawnPlace, presentPlace } from './places.ts';
import { PointMenu } from './PointMenu.tsx';
import { highlightColours, rowLook } from './row-look.ts';
import { RowMenu } from './RowMenu.tsx';
import { useAim } from './use-aim.ts';
import { useEarlyKey } from './use-early-key.ts';
import { useEventRows } from './use-event-rows.ts';
import { useFarKey } from './use-far-key.ts';
import { useListKeys } from './use-list-keys.ts';
import { rowHeights, useListLayout } from './use-list-layout.ts';
import { useListSelection } from './use-list-selection.ts';
import { useReveal } from './use-reveal.ts';
import { useStartOfOrder } from './use-start-of-order.ts';

/** The selected event, and where the list shows it, as far as known. */
export interface Selected {
  uuid: string;
  index: number | null;
}

type OpenMenu = { of: 'column'; column: ColumnId; at: Point; width: number } | { of: 'row'; at: Point } | null;

const headerHeight = 33;
const place = style({
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  flexGrow: 1,
  minWidth: 0,
  minHeight: 0,
});

/** The events that the filter shows. Rows live in Rust; here are those near the window. `empty` is shown when there are none. */
export function EventList({ empty }: { empty: ReactNode }) {
  const { view, status, shown, openDetails, closeDetails } = useInspector();
  const { arrangement, clients } = status;
  const [measure, width] = useWidth();
  const layout = useListLayout(roomOf(width));
  const rowHeight = rowHeights[layout.density];
  const list = listName(status);
  const isByTime = arrangement.sort === 'time';
  const [menu, setMenu] = useState<OpenMenu>(null);
  const [isAdding, setAdding] = useState(false);

  const { pages, listed, first } = useEventRows(status);
  const window = useRowWindow(pages.total, rowHeight, headerHeight);
  const tail = useTail(window, pages.total, listed, isByTime && !arrangement.descending);
  useAnchor(pages, window, list, idOf, isByTime && arrangement.descending);
  useShownRows(pages, window);
  useTellShownTimes(pages, window, isByTime);
  const cells = useRowCells(clients, layout, first);
  const selection = useListSelection(pages);
  const onKey = useListKeys(selection.selectAll);

  const shownIndex = useSyncExternalStore(pages.subscribe, () => (shown ? drawnPlace(pages, shown) : null));

  // A launch is reached, but not selected: the event that was selected stays so.
  const [launch, setLaunch] = useState<{ list: string; beside: string | null; id: string; index: number } | null>(null);
  const beside = shown?.uuid ?? null;
  const launchIndex = useSyncExternalStore(pages.subscribe, () => {
    const row = launch?.list === list && launch.beside === beside ? pages.row(launch.index) : undefined;
    return row && idOf(row) === launch?.id ? launch.index : null;
  });
  const isOnLaunch = launchIndex !== null;
  const current = launchIndex ?? shownIndex;
  const noteOwn = useReveal(window, list, listed === list ? shown : null, tail.leave);
  useStartOfOrder(window, arrangement, shown === null);

  // A key may lead to a row that is not here yet; it is selected when it is.
  function arrive(row: ListRow, index: number, how: Selecting) {
    // Arrow keys reach a launch; who goes further, or begins, wants an event.
    const isBeside = current !== null && Math.abs(index - current) <= 1;
    const next = row.is === 'launch' && how === 'one' && !isBeside ? pages.row(index + 1) : undefined;
    if (next?.is === 'event') return arrive(next, index + 1, how);
    if (row.is === 'launch') {
      setLaunch({ list, beside, id: idOf(row), index });
      return;
    }
    setLaunch(null);
    noteOwn(row.uuid);
    selection.choose(index, row.uuid, how);
  }
  const { goTo, aimed } = useAim(pages, window, arrive);

  function select(index: number, by: 'pointer' | 'key', how: Selecting) {
    if (by === 'key' && index === pages.total - 1) tail.follow();
    else tail.leave();
    goTo(index, how);
  }

  function goByKey(index: number, how: Selecting) {
    select(index, 'key', how);
    window.reveal(index);
  }
  const onEarlyKey = useEarlyKey(pages, (index) => goByKey(index, 'one'));
  const onFarKey = useFarKey({
    isFar: () =>
      shown !== null && aimed === null && !(current !== null && (window.draws(current) || pages.isFresh(current))),
    place: () => (shown ? presentPlace(view, pages, shown.uuid) : Promise.resolve(null)),
    total: pages.total,
    rowsPerScreen: () => window.rowsPerScreen(),
    goTo: goByKey,
  });

  function openRowMenu(index: number, at: Point) {
    const row = pages.row(index);
    if (row?.is !== 'event') return;
    if (!selection.selected.has(row.uuid)) select(index, 'pointer', 'one');
    setMenu({ of: 'row', at });
  }

  const openColumnMenu = useCallback((column: ColumnId, at: Point) => {
    const header = document.querySelector(`[data-column="${CSS.escape(column)}"]`);
    setMenu({ of: 'column', column, at, width: header?.clientWidth ?? 0 });
  }, []);

  return (
    <div ref={measure} className={`${place} ${highlightColours}`}>
      {cells.pictures}
      <VirtualGrid
        label="Events"
        window={window}
        tail={tail}
        total={pages.total}
        rowHeight={rowHeight}
        headerHeight={headerHeight}
        columns={tracksOf(layout.columns)}
        leastWidth={leastWidthOf(layout.columns)}
        header={<ListHeader layout={layout} onMenu={openColumnMenu} measure={cells.measure} />}
        selectedIndex={aimed ?? current}
        isSelected={(index) => {
          const row = pages.row(index);
          if (row?.is === 'launch') return undefined;
          return row ? selection.selected.has(row.uuid) : index === shownIndex;
        }}
        rowClass={(index) => {
          const row = pages.row(index);
          return row?.is === 'launch' ? undefined : rowLook(row?.marks);
        }}
        pages={pages}
        drawCells={cells.draw}
        titleOf={(index, cell) => cells.title(pages.row(index), cell)}
        onSelect={select}
        onOpen={() => (isOnLaunch ? undefined : openDetails())}
        onBack={closeDetails}
        onKey={(event) => onEarlyKey(event) || onFarKey(event) || onKey(event)}
        onMenu={openRowMenu}
      />
      {pages.loaded && pages.total === 0 ? empty : null}
      <NewEventsPill count={tail.arrived} onPress={tail.follow} />
      {menu === null ? null : (
        <PointMenu at={menu.at} label="Menu" onClose={() => setMenu(null)}>
          {menu.of === 'row' ? (
            <RowMenu />
          ) : (
            <ListMenu layout={layout} column={menu.column} width={menu.width} onAddColumn={() => setAdding(true)} />
          )}
        </PointMenu>
      )}
      <DialogContainer onDismiss={() => setAdding(false)}>
        {isAdding ? <AddColumnDialog onClose={() => setAdding(false)} /> : null}
      </DialogContainer>
    </div>
  );
}

function idOf(row: ListRow): string {
  return row.is === 'event' ? row.uuid : `launch ${row.timestamp} ${row.number} ${row.clientName}`;
}
