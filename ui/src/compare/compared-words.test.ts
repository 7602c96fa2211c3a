import { expect, it } from 'vitest';
import { tallyInWords } from './compared-words.ts';

it('tells how many events are what, grouped by thousands', () => {
  expect(tallyInWords({ same: 1204, different: 3, missing: 0, new: 1 })).toBe(
    '1,204 same, 3 different, 0 missing, 1 new',
  );
});
