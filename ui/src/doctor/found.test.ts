import { expect, test } from 'vitest';
import type { DoctorGroup, DoctorOutcome } from '../backend/index.ts';
import { found } from './found.ts';

const group = (...states: DoctorOutcome['state'][]): DoctorGroup => ({
  title: 'Adobe’s services',
  lines: states.map((state, at) => ({ id: String(at), title: '', tookMs: null, outcome: { state } as DoctorOutcome })),
});

test('an examination is summed up by what needs somebody', () => {
  expect(found([])).toBe('Nothing was looked at yet');
  expect(found([group('passed'), group('notApplicable')])).toBe('Everything works');
  expect(found([group('passed', 'failed'), group('running')])).toBe('1 line needs somebody');
  expect(found([group('failed', 'failed')])).toBe('2 lines need somebody');
  expect(found([group('passed', 'waiting')])).toBe('Stopped before the end');
});
