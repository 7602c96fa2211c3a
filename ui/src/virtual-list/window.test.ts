import { describe, expect, it } from 'vitest';
import { lastScrollTop, rowShift, rowsInView, scrollerHeight, scrollTopFor, tallestScroller } from './window.ts';

const small = { total: 1000, rowHeight: 28, viewport: 560 };
const huge = { total: 5_000_000, rowHeight: 28, viewport: 560 };

describe('the window over a list', () => {
  it('shows the rows that are in view and some around them', () => {
    expect(rowsInView(small, 2800, 12)).toEqual({ first: 88, last: 132 });
  });

  it('never shows rows that do not exist', () => {
    expect(rowsInView(small, 0, 12)).toEqual({ first: 0, last: 32 });
    expect(rowsInView(small, lastScrollTop(small), 12)).toEqual({ first: 968, last: 1000 });
    expect(rowsInView({ ...small, total: 0 }, 0, 12)).toEqual({ first: 0, last: 0 });
    expect(rowsInView({ ...small, total: 5 }, 9000, 12)).toEqual({ first: 5, last: 5 });
  });

  it('is as tall as its rows, but never taller than a web view keeps', () => {
    expect(scrollerHeight(small)).toBe(28_000);
    expect(scrollerHeight(huge)).toBe(tallestScroller);
  });

  it('reaches the last of five million rows, drawn where the scroller ends', () => {
    const end = lastScrollTop(huge);
    const { last } = rowsInView(huge, end, 0);
    expect(last).toBe(huge.total);
    const bottomOfLast = huge.total * 28 - rowShift(huge, end);
    expect(bottomOfLast).toBeCloseTo(tallestScroller, 3);
  });

  it('draws the first row of a huge list at the top', () => {
    expect(rowShift(huge, 0)).toBe(0);
    expect(rowsInView(huge, 0, 0).first).toBe(0);
  });
});

describe('revealing a row', () => {
  it('leaves the view where it is when the row is in it', () => {
    expect(scrollTopFor(small, 2800, 105)).toBe(2800);
  });

  it('moves as little as possible', () => {
    expect(scrollTopFor(small, 2800, 99)).toBe(2772);
    expect(scrollTopFor(small, 2800, 120)).toBe(2828);
  });

  it('puts the row in the middle when asked to', () => {
    expect(scrollTopFor(small, 0, 500, 'centre')).toBe(500 * 28 - 266);
  });

  it('finds every row of a huge list', () => {
    for (const index of [0, 1, 2_499_999, 4_999_998, 4_999_999]) {
      const scrollTop = scrollTopFor(huge, 15_000_000, index, 'centre');
      const { first, last } = rowsInView(huge, scrollTop, 0);
      expect(index).toBeGreaterThanOrEqual(first);
      expect(index).toBeLessThan(last);
    }
  });
});
