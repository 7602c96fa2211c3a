import { useMemo, useState } from 'react';
import { useRemembered } from '../../app/remembered.ts';
import { useInspector } from '../inspector-context.ts';
import {
  moved,
  pathOf,
  readColumns,
  resized,
  toggled,
  usualColumns,
  withPaths,
  type ColumnId,
  type Room,
  type ShownColumn,
} from './columns.ts';

export type Density = 'compact' | 'regular' | 'spacious';
export type TimeShown = 'clock' | 'sinceStart' | 'sincePrevious';

export interface ListLayout {
  columns: ShownColumn[];
  /** The paths whose values have columns. */
  paths: string[];
  density: Density;
  timeShown: TimeShown;
  setDensity: (density: Density) => void;
  setTimeShown: (timeShown: TimeShown) => void;
  move: (id: ColumnId, to: number) => void;
  /** While `isDone` is false, the user still drags. */
  resize: (id: ColumnId, width: number | null, isDone?: boolean) => void;
  toggle: (id: ColumnId) => void;
  /** Whether it is as it was before anybody chose anything. */
  isUsual: boolean;
  reset: () => void;
}

export const rowHeights: Record<Density, number> = { compact: 24, regular: 28, spacious: 36 };

const oneOf = <Value extends string>(kept: string | null, values: readonly Value[], usual: Value) =>
  values.find((value) => value === kept) ?? usual;

/** The columns of the list, how high its rows are and how it tells times; remembered, and the same for every session. */
export function useListLayout(room: Room): ListLayout {
  const { arrangement, arrange } = useInspector();
  const [kept, keep] = useRemembered('list.columns');
  const [density, setDensity] = useRemembered('list.density');
  const [timeShown, setTimeShown] = useRemembered('list.time');
  const [dragged, setDragged] = useState<ShownColumn[] | null>(null);
  const pathsInOne = JSON.stringify(arrangement.paths);
  // The same arrays until something changes: rows are drawn again only when what they show is another.
  const paths = useMemo(() => JSON.parse(pathsInOne) as string[], [pathsInOne]);
  const chosen = useMemo(() => readColumns(kept), [kept]);
  const settled = useMemo(() => withPaths(chosen ?? usualColumns(room), paths), [chosen, room, paths]);
  const columns = dragged ?? settled;

  return useMemo(() => {
    const save = (next: ShownColumn[]) => keep(JSON.stringify(next));
    return {
      columns,
      paths,
      density: oneOf(density, ['compact', 'regular', 'spacious'], 'regular'),
      timeShown: oneOf(timeShown, ['clock', 'sinceStart', 'sincePrevious'], 'clock'),
      setDensity,
      setTimeShown,
      move: (id, to) => save(moved(columns, id, to)),
      resize: (id, width, isDone = true) => {
        const next = resized(columns, id, width);
        setDragged(isDone ? null : next);
        if (isDone) save(next);
      },
      toggle: (id) => {
        const path = pathOf(id);
        if (path !== '') arrange({ ...arrangement, paths: arrangement.paths.filter((other) => other !== path) });
        save(toggled(columns, id));
      },
      isUsual: chosen === null && arrangement.paths.length === 0,
      reset: () => {
        keep('');
        if (arrangement.paths.length > 0) arrange({ ...arrangement, paths: [] });
      },
    };
  }, [columns, paths, density, timeShown, chosen, arrangement, arrange, keep, setDensity, setTimeShown]);
}
