import { expect, it } from 'vitest';
import { daysInWords, shortly } from './when.ts';

const now = new Date(2026, 10, 21, 12, 0);

it('says a moment as short as it can be understood', () => {
  expect(shortly(new Date(2026, 10, 21, 10, 14).getTime(), now)).toMatch(/^today .*10.14/);
  expect(shortly(new Date(2026, 10, 12).getTime(), now)).toMatch(/12/);
  expect(shortly(new Date(2026, 10, 12).getTime(), now)).not.toMatch(/2026/);
  expect(shortly(new Date(2025, 10, 12).getTime(), now)).toMatch(/2025/);
});

it('counts days', () => {
  expect([daysInWords(null), daysInWords(1), daysInWords(21)]).toEqual(['–', '1 day', '21 days']);
});
