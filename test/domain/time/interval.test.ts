import fc from 'fast-check';
import type { Interval } from '../../../domain/time/interval';
import { contains, intersect, intersects, merge, subtract } from '../../../domain/time/interval';

const span = (startAtMs: number, endAtMs: number): Interval => ({ startAtMs, endAtMs });
const anInterval = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
  .map(([startAtMs, endAtMs]) => span(startAtMs, endAtMs));
const covers = (intervals: readonly Interval[], atMs: number) =>
  intervals.some((interval) => contains(interval, atMs));

describe('half-open intervals', () => {
  it('the start belongs to it and the end does not', () => {
    expect(contains(span(10, 20), 10)).toBe(true);
    expect(contains(span(10, 20), 20)).toBe(false);
  });

  it('touching ends share nothing', () => {
    expect(intersects(span(0, 10), span(10, 20))).toBe(false);
    expect(intersect(span(0, 10), span(10, 20))).toBeUndefined();
  });

  it('an empty interval shares nothing, even inside another', () => {
    expect(intersects(span(5, 5), span(0, 10))).toBe(false);
  });

  it('the common part runs from the later start to the earlier end', () => {
    expect(intersect(span(0, 10), span(5, 20))).toEqual(span(5, 10));
  });

  it('merging joins touching ones', () => {
    expect(merge([span(10, 20), span(0, 10), span(30, 30), span(25, 28)])).toEqual([
      span(0, 20),
      span(25, 28),
    ]);
  });

  it('merge, intersect and subtract agree with membership of every instant', () => {
    fc.assert(
      fc.property(anInterval, fc.array(anInterval, { maxLength: 6 }), (from, others) => {
        const merged = merge(others);
        const left = subtract(from, others);
        for (let atMs = 0; atMs <= 40; atMs += 1) {
          const inOthers = covers(others, atMs);
          expect(covers(merged, atMs)).toBe(inOthers);
          expect(covers(left, atMs)).toBe(contains(from, atMs) && !inOthers);
        }
        for (const list of [merged, left]) {
          for (let i = 1; i < list.length; i += 1) {
            expect(list[i]!.startAtMs).toBeGreaterThan(list[i - 1]!.endAtMs);
          }
        }
      }),
    );
  });
});
