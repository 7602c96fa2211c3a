import { expect, it } from 'vitest';
import { sizeInWords } from './size.ts';

it('says bytes in the unit that fits', () => {
  expect([0, 999, 4812, 5_000_000].map(sizeInWords)).toEqual(['0 bytes', '999 bytes', '4.8 KB', '5 MB']);
});
