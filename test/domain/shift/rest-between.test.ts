import { restAround, type WorkedDay } from '../../../domain/shift/rest-between';
import { localDay } from '../../../domain/time/local-day';

const day = (date: number, ...hours: readonly (readonly [number, number])[]): WorkedDay => ({
  day: localDay(`2026-03-${String(date).padStart(2, '0')}`),
  slots: hours.map(([from, to]) => ({ startMinute: from * 60, durationMinutes: (to - from) * 60 })),
});

describe('rest around a changed day', () => {
  const known = [day(10, [14, 20]), day(11, [8, 14]), day(12, [0, 0]), day(13, [2, 8])];

  it.each<[string, WorkedDay, number | undefined, number | undefined]>([
    ['a shift between two others', day(11, [14, 20]), 18 * 60, 30 * 60],
    ['a night that ends on the next day', day(11, [20, 26]), 24 * 60, 24 * 60],
    ['a shift right after one', day(11, [2, 8]), 6 * 60, 42 * 60],
    ['the first of what is known', day(10, [20, 26]), undefined, 6 * 60],
    ['the last of what is known', day(13, [14, 20]), 48 * 60, undefined],
    [
      'two shifts of one day, from the first to the last',
      day(11, [8, 12], [16, 20]),
      12 * 60,
      30 * 60,
    ],
  ])('of %s', (_, changed, beforeMinutes, afterMinutes) => {
    expect(restAround(known, [changed])).toEqual([
      {
        day: changed.day,
        ...(beforeMinutes !== undefined && { beforeMinutes }),
        ...(afterMinutes !== undefined && { afterMinutes }),
      },
    ]);
  });

  it('is none where the changed day is free', () => {
    expect(restAround(known, [day(11, [0, 0]), day(12)])).toEqual([]);
  });
});
