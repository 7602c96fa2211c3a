import { expect, it } from 'vitest';
import { bandPlace } from './band-place.ts';

const hour = { from: 0, to: 3_599_999 };

it('marks the piece of the strip that the list shows, in whole pixels', () => {
  expect(bandPlace({ from: 900_000, to: 1_799_999 }, hour, 400)).toEqual({ left: 100, width: 100 });
  expect(bandPlace({ from: 900_100, to: 1_799_000 }, hour, 400)).toEqual({ left: 100, width: 100 });
});

it('can be seen for a moment, at either end too', () => {
  expect(bandPlace({ from: 0, to: 0 }, hour, 400)).toEqual({ left: 0, width: 2 });
  expect(bandPlace({ from: 3_599_999, to: 3_599_999 }, hour, 400)).toEqual({ left: 398, width: 2 });
});

it('ends where the strip ends, and is not there when the strip shows another time', () => {
  expect(bandPlace({ from: -10, to: 7_200_000 }, hour, 400)).toEqual({ left: 0, width: 400 });
  expect(bandPlace({ from: 7_200_000, to: 7_300_000 }, hour, 400)).toBeNull();
  expect(bandPlace({ from: -200_000, to: -100_000 }, hour, 400)).toBeNull();
  expect(bandPlace(null, hour, 400)).toBeNull();
});
