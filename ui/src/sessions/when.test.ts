import { expect, it } from 'vitest';
import { dayInWords, daysInWords, endInWords, endsSoon, shortly } from './when.ts';

const now = new Date(2026, 10, 21, 12, 0);

it('says a moment as short as it can be understood', () => {
  expect(shortly(new Date(2026, 10, 21, 10, 14).getTime(), now)).toMatch(/^today .*10.14/);
  expect(shortly(new Date(2026, 10, 12).getTime(), now)).toMatch(/12/);
  expect(shortly(new Date(2026, 10, 12).getTime(), now)).not.toMatch(/2026/);
  expect(shortly(new Date(2025, 10, 12).getTime(), now)).toMatch(/2025/);
});

it('says a day as short as it can be understood', () => {
  const said = (year: number, month: number, date: number) =>
    dayInWords(new Date(year, month, date, 23).getTime(), now);
  expect([said(2026, 10, 21), said(2026, 10, 20)]).toEqual(['today', 'yesterday']);
  expect(said(2026, 10, 12)).toMatch(/12/);
  expect(said(2025, 10, 21)).toMatch(/2025/);
});

it('counts days', () => {
  expect([daysInWords(null), daysInWords(1), daysInWords(21)]).toEqual(['–', '1 day', '21 days']);
});

it('says what stays when Adobe deletes a session', () => {
  expect(endInWords(null, 3)).toBeUndefined();
  expect(endInWords(2, 8120)).toBe('Adobe deletes the session in 2 days. 8,120 of its events stay in its archive.');
  expect(endInWords(0, null)).toMatch(/today\. None of its events are kept/);
  expect([null, 3, 4].map(endsSoon)).toEqual([false, true, false]);
});
