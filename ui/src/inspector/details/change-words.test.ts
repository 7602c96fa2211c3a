import { expect, it } from 'vitest';
import { countsInWords } from './change-words.ts';

it('tells how much differs, grouped by thousands', () => {
  expect(countsInWords({ changed: 1, added: 1200, removed: 0 })).toBe('1 changed, 1,200 added, 0 removed');
});
