import { expect, test } from 'vitest';
import type { RuleFindings } from '../../backend/index.ts';
import { findingsInWords, notFound, recognizable } from './redaction-words.ts';

const found = (rule: RuleFindings['rule'], values: number, events = values): RuleFindings => ({
  rule,
  values,
  events,
  samples: [],
});

test('findings are counted in words', () => {
  expect([found('pin', 1), found('identities', 1204, 312)].map(findingsInWords)).toEqual([
    '1 value in 1 event',
    '1,204 values in 312 events',
  ]);
});

test('only what was found is named', () => {
  const rules = [found('identities', 1204), found('pin', 0), found('names', 2)];
  expect(recognizable({ events: 2, changed: 2, rules })).toBe('Identities (1,204) and Names (2)');
  expect(notFound({ events: 2, changed: 2, rules })).toBe('PIN');
});
