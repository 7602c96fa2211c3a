import { expect, test } from 'vitest';
import type { ViewStatus } from './api.gen.ts';
import { newer } from './view-status.ts';

const status = (order: number) => ({ order }) as ViewStatus;

test('an answer that was overtaken by a tick does not take its place', () => {
  const tick = status(2);
  expect(newer(tick, status(1))).toBe(tick);
  const later = status(3);
  expect(newer(tick, later)).toBe(later);
  expect(newer(undefined, tick)).toBe(tick);
});
