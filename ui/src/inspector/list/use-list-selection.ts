import { useRef } from 'react';
import { asProblem, backend, type ListRow } from '../../backend/index.ts';
import { showDone, showProblem } from '../../problems/index.ts';
import type { RowPages, Selecting } from '../../virtual-list/index.ts';
import { useInspector } from '../inspector-context.ts';
import { presentPlace } from './places.ts';

/** How many events are selected at once, at most; Rust keeps to it as well. */
export const mostSelected = 10_000;

/** Which events of the list are selected. The event that was chosen last is the one whose details are shown. */
export function useListSelection(pages: RowPages<ListRow>) {
  const { view, shown, selection, setSelection, showEvent } = useInspector();
  /** Where a range begins: others may come in before it, and it goes on from the event. */
  const anchor = useRef<string | null>(null);
  const asked = useRef(0);
  const selected = new Set(selection);

  function choose(index: number, uuid: string, how: Selecting) {
    asked.current += 1;
    if (how === 'toggle') toggle(index, uuid);
    else if (how === 'range') void extend(index, uuid);
    else {
      anchor.current = uuid;
      showEvent(uuid, index);
    }
  }

  function toggle(index: number, uuid: string) {
    anchor.current = uuid;
    const others = selection.filter((other) => other !== uuid);
    if (others.length < selection.length && others.length > 0) {
      if (shown?.uuid === uuid) showEvent(others.at(-1) ?? uuid);
      setSelection(others);
    } else {
      showEvent(uuid, index);
      setSelection([...others, uuid]);
    }
  }

  async function extend(index: number, uuid: string) {
    const begin = anchor.current ?? shown?.uuid ?? uuid;
    anchor.current = begin;
    const turn = asked.current;
    showEvent(uuid, index);
    // Rows that were drawn a moment ago may be elsewhere by now: both ends are as the list has them now.
    const [from, to] = await Promise.all([placeOf(begin), placeOf(uuid)]);
    if (from === null || to === null) return;
    const here = rowsBetween(pages, from, to);
    // The rows that are on the way may be anywhere; Rust knows them all.
    const uuids = here ?? (await between(from, to));
    if (turn === asked.current && uuids) setSelection(uuids);
  }

  async function placeOf(uuid: string): Promise<number | null> {
    try {
      return await presentPlace(view, pages, uuid);
    } catch (error) {
      showProblem(asProblem(error));
      return null;
    }
  }

  async function selectAll() {
    if (pages.total > mostSelected) {
      showDone(`At most ${mostSelected.toLocaleString()} events are selected at once. Filter the list, or export it.`);
      return;
    }
    asked.current += 1;
    const turn = asked.current;
    const uuids = await between(0, Math.max(0, pages.total - 1));
    const first = uuids?.[0];
    if (turn !== asked.current || !uuids || first === undefined) return;
    if (!shown || !uuids.includes(shown.uuid)) showEvent(first);
    setSelection(uuids);
  }

  async function between(from: number, to: number): Promise<string[] | null> {
    try {
      return await backend.call('view_range', { view, from, to });
    } catch (error) {
      showProblem(asProblem(error));
      return null;
    }
  }

  return { selected, choose, selectAll };
}

/** The events between two rows, when all of them are here. */
function rowsBetween(pages: RowPages<ListRow>, from: number, to: number): string[] | null {
  const [first, last] = from < to ? [from, to] : [to, from];
  if (last - first > 1_000) return null;
  const uuids: string[] = [];
  for (let index = first; index <= last; index += 1) {
    const row = pages.isFresh(index) ? pages.row(index) : undefined;
    if (!row) return null;
    if (row.is === 'event') uuids.push(row.uuid);
  }
  return uuids;
}
