import { afterEach, expect, it, vi } from 'vitest';
import { isTimeQuery, timeQuery } from './time-query.ts';

afterEach(() => vi.useRealTimers());

function nowIs(moment: string) {
  vi.useFakeTimers();
  vi.setSystemTime(new Date(moment));
}

const moment = (date: Date, zone = '') =>
  `${new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, -1)}${zone}`;

it('writes local times to the millisecond', () => {
  nowIs('2026-11-21T12:00:00Z');
  const [from, to] = [new Date('2026-11-21T10:14:02.118Z'), new Date('2026-11-21T10:20:00.000Z')];
  const query = timeQuery({ from: from.getTime(), to: to.getTime() });
  expect(query).toBe(`time:${moment(from)}..${moment(to)}`);
  expect(isTimeQuery(query ?? '')).toBe(true);
});

it('names the zone where it is not that of today', () => {
  nowIs('2026-11-21T12:00:00Z');
  const offset = vi.spyOn(Date.prototype, 'getTimezoneOffset').mockImplementation(function (this: Date) {
    return this.getUTCMonth() === 6 ? -120 : -60;
  });
  const summer = Date.UTC(2026, 6, 1, 8);
  expect(timeQuery({ from: summer, to: summer + 1 })).toBe(
    'time:2026-07-01T10:00:00.000+02:00..2026-07-01T10:00:00.001+02:00',
  );
  offset.mockReturnValue(0);
  expect(timeQuery({ from: summer, to: summer })).toBe('time:2026-07-01T08:00:00.000..2026-07-01T08:00:00.000');
  offset.mockRestore();
});

it('writes nothing for times that no calendar has', () => {
  expect(timeQuery({ from: -1e15, to: 0 })).toBeNull();
  expect(timeQuery({ from: 0, to: 1e17 })).toBeNull();
});

it('knows its own chips from others', () => {
  expect(['time>-5m', 'type:edge', 'time:10:14', 'NOT time:1..2'].map(isTimeQuery)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
