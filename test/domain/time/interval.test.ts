import fc from 'fast-check';
import type { Interval } from '../../../domain/time/interval';
import { intersects, merge, subtract } from '../../../domain/time/interval';

const span = (startAtMs: number, endAtMs: number): Interval => ({ startAtMs, endAtMs });
const anInterval = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
  .map(([startAtMs, endAtMs]) => span(startAtMs, endAtMs));
const covers = (intervals: readonly Interval[], atMs: number) =>
  intervals.some(({ startAtMs, endAtMs }) => startAtMs <= atMs && atMs < endAtMs);

describe('half-open intervals', () => {
  it('touching ends share nothing', () => {
    expect(intersects(span(0, 10), span(10, 20))).toBe(false);
  });

  it('an empty interval shares nothing, even inside another', () => {
    expect(intersects(span(5, 5), span(0, 10))).toBe(false);
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
          expect(covers(left, atMs)).toBe(covers([from], atMs) && !inOthers);
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
