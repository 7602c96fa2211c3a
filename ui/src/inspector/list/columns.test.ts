import { describe, expect, it, test } from 'vitest';
import {
  columnOf,
  leastWidthOf,
  moved,
  readColumns,
  resized,
  roomOf,
  toggled,
  tracksOf,
  usualColumns,
  withPaths,
  type ColumnId,
} from './columns.ts';

const shown = (...ids: ColumnId[]) => ids.map((id) => ({ id, width: null }));
const ids = (columns: { id: ColumnId }[]) => columns.map(({ id }) => id);

describe('columns', () => {
  it('show less where there is less room', () => {
    expect(ids(usualColumns(roomOf(1000)))).toContain('vendor');
    expect(ids(usualColumns(roomOf(500)))).not.toContain('vendor');
    for (const width of [1000, 760, 759, 420, 200]) {
      expect(leastWidthOf(usualColumns(roomOf(width))), `${width} pixels`).toBeLessThanOrEqual(width);
    }
  });

  it('move before another one', () => {
    const columns = shown('time', 'name', 'type');
    expect(ids(moved(columns, 'time', 2))).toEqual(['name', 'time', 'type']);
    expect(ids(moved(columns, 'type', 0))).toEqual(['type', 'time', 'name']);
    expect(ids(moved(columns, 'time', 3))).toEqual(['name', 'type', 'time']);
    expect(ids(moved(columns, 'vendor', 0))).toEqual(['time', 'name', 'type']);
  });

  it('are as wide as the user makes them, within reason', () => {
    const columns = resized(resized(shown('time', 'name'), 'time', 3), 'name', 5000);
    expect(tracksOf(columns)).toBe('20px 1200px');
    expect(tracksOf(resized(columns, 'time', null))).toBe('92px 1200px');
  });

  it('come and go at their usual place, and one stays', () => {
    expect(ids(toggled(shown('time', 'name', 'path:payload.a'), 'client'))).toEqual([
      'time',
      'client',
      'name',
      'path:payload.a',
    ]);
    expect(ids(toggled(shown('time', 'name'), 'name'))).toEqual(['time']);
    expect(ids(toggled(shown('time'), 'time'))).toEqual(['time']);
  });

  it('have the paths of the arrangement, and no others', () => {
    const columns = withPaths(shown('path:payload.a', 'time', 'path:payload.b'), ['payload.b', 'payload.c']);
    expect(ids(columns)).toEqual(['time', 'path:payload.b', 'path:payload.c']);
  });

  it('are taken from memory only where they are columns', () => {
    const kept = [{ id: 'time', width: 80 }, { id: 'moon', width: null }, { id: 'name', width: -4 }, null];
    expect(readColumns(JSON.stringify(kept))).toEqual([{ id: 'time', width: 80 }]);
    expect(readColumns('[]')).toBeNull();
    expect(readColumns('{')).toBeNull();
    expect(readColumns(null)).toBeNull();
  });
});

test.each([
  ['payload.ACPExtensionEventData.xdm.eventType', 'eventType'],
  ['payload."a.b"', 'a.b'],
  ['payload.items[*]', 'items'],
  ['payload.items[0].name', 'name'],
  ['payload', 'payload'],
])('the column of %s is headed %s', (path, label) => {
  expect(columnOf(`path:${path}`).label).toBe(label);
});
