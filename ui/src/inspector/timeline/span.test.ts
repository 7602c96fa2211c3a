import { describe, expect, it } from 'vitest';
import { between, isSame, lengthOf, momentAt, moved, wholeOf, xOf, zoomed } from './span.ts';

const whole = { from: 1_000, to: 10_999 };

describe('a strip of time', () => {
  it('knows where moments are, and which moment is where', () => {
    expect([xOf(whole, 500, 1_000), xOf(whole, 500, 6_000), xOf(whole, 500, 11_000)]).toEqual([0, 250, 500]);
    expect([momentAt(whole, 500, 0), momentAt(whole, 500, 250), momentAt(whole, 500, 500)]).toEqual([
      1_000, 6_000, 10_999,
    ]);
    expect([momentAt(whole, 500, -9), momentAt(whole, 500, 999), momentAt(whole, 0, 5)]).toEqual([
      1_000, 10_999, 1_000,
    ]);
  });

  it('is brushed in either direction', () => {
    expect(between(whole, 100, 20, 10)).toEqual({ from: 2_000, to: 3_000 });
    expect(between(whole, 100, 10, 20)).toEqual({ from: 2_000, to: 3_000 });
  });

  it('zooms about the pointer, and stays within the whole', () => {
    const half = zoomed(whole, whole, 0.5, 6_000);
    expect(half).toEqual({ from: 3_500, to: 8_499 });
    expect(xOf(half, 100, 6_000)).toBeCloseTo(xOf(whole, 100, 6_000));
    expect(zoomed(half, whole, 2, 6_000)).toEqual(whole);
    expect(zoomed(half, whole, 1_000, 4_000)).toEqual(whole);
    expect(zoomed(whole, whole, 0.5, 1_000).from).toBe(1_000);
  });

  it('never zooms closer than a person can use', () => {
    let span = whole;
    for (let times = 0; times < 100; times += 1) span = zoomed(span, whole, 0.5, 5_000);
    expect(lengthOf(span)).toBe(20);
    expect(span.from).toBeLessThanOrEqual(5_000);
    expect(span.to).toBeGreaterThanOrEqual(5_000);
  });

  it('moves no further than the ends', () => {
    const span = { from: 2_000, to: 2_999 };
    expect(moved(span, whole, 500)).toEqual({ from: 2_500, to: 3_499 });
    expect(moved(span, whole, -5_000)).toEqual({ from: 1_000, to: 1_999 });
    expect(moved(span, whole, 50_000)).toEqual({ from: 10_000, to: 10_999 });
  });

  it('leaves room while a session grows, so that it seldom changes its scale', () => {
    expect(wholeOf(5, 99, false)).toEqual({ from: 5, to: 99 });
    let changes = 0;
    let before = wholeOf(0, 0, true);
    for (let last = 0; last < 3_600_000; last += 1_000) {
      const now = wholeOf(0, last, true);
      expect(now.to).toBeGreaterThanOrEqual(last);
      expect(lengthOf(now)).toBeLessThanOrEqual(Math.max(12_500, last * 1.26));
      if (!isSame(before, now)) changes += 1;
      before = now;
    }
    expect(changes).toBeLessThan(50);
  });
});
