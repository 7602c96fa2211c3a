import { expect, it } from 'vitest';
import { axisMarks } from './axis.ts';

const at = (clock: string) => new Date(`2026-11-21T${clock}`).getTime();
const texts = (from: number, to: number, width = 600) => axisMarks({ from, to }, width).map(({ text }) => text);

it('marks round times of day, as many as there is room for', () => {
  expect(texts(at('10:14:02.118'), at('10:14:58'))).toEqual(['10:14:15', '10:14:30', '10:14:45']);
  expect(texts(at('10:14:02'), at('11:40:00'))).toEqual(['10:30', '11:00', '11:30']);
  expect(texts(at('10:14:02'), at('11:40:00'), 120)).toEqual([]);
});

it('marks milliseconds when looked at closely, and days from afar', () => {
  expect(texts(at('10:14:02.100'), at('10:14:02.149'), 600)[0]).toBe('10:14:02.100');
  expect(texts(at('10:14:02'), at('10:14:02') + 10 * 86_400_000).length).toBeGreaterThanOrEqual(3);
});

it('says something of times beyond any calendar, and never too much', () => {
  expect(texts(-8.64e18, 8.64e18).length).toBeLessThanOrEqual(1);
  expect(texts(0, 1e15).length).toBeLessThan(7);
});
