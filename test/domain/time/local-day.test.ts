import fc from 'fast-check';
import {
  addDays,
  dayNumberOf,
  dayOfInstant,
  dayOfNumber,
  daysBetween,
  daysInMonth,
  instantOf,
  localDay,
  minuteOfInstant,
  monthBeside,
  monthOf,
  parseLocalDay,
  weekdayOf,
} from '../../../domain/time/local-day';

describe('civil days', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01 ', '0999-01-01', ''])(
    '%s is not a day',
    (text) => expect(parseLocalDay(text)).toBeUndefined(),
  );

  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '1000-01-01', '9999-12-31'])(
    '%s is a day',
    (text) => expect(parseLocalDay(text)).toBe(text),
  );

  it('a constant that is no day is a mistake in the code', () => {
    expect(() => localDay('2026-02-30')).toThrow('2026-02-30');
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['1970-01-01', -1, '1969-12-31'],
  ])('%s plus %i days is %s', (day, count, expected) => {
    expect(addDays(localDay(day), count)).toBe(expected);
    expect(daysBetween(localDay(day), localDay(expected))).toBe(count);
  });

  it.each([
    ['2026-03-02', 1],
    ['2026-03-08', 7],
    ['1970-01-01', 4],
    ['1969-12-28', 7],
  ])('%s is weekday %i, Monday being 1', (day, weekday) => {
    expect(weekdayOf(localDay(day))).toBe(weekday);
  });

  it.each([
    ['2024-02-10', 29],
    ['2026-02-10', 28],
    ['1900-02-10', 28],
    ['2026-04-30', 30],
    ['2026-12-01', 31],
  ])('the month of %s has %i days', (day, count) => {
    expect(daysInMonth(localDay(day))).toBe(count);
  });

  it('knows its month', () => {
    expect(monthOf(localDay('2026-03-17'))).toBe('2026-03');
  });
});

describe('turning months', () => {
  it.each([
    ['2026-03', -1, '2026-02'],
    ['2026-03', 1, '2026-04'],
    ['2026-01', -1, '2025-12'],
    ['2025-12', 1, '2026-01'],
    ['2024-02', 1, '2024-03'],
  ] as const)('from %s by %i is %s', (month, step, beside) => {
    expect(monthBeside(month, step)).toBe(beside);
  });
});

describe('instants', () => {
  it('midnight in Shanghai is 16:00 UTC of the day before and begins the new day', () => {
    const midnightAtMs = Date.UTC(2026, 2, 4, 16);
    expect(instantOf(localDay('2026-03-05'), 0)).toBe(midnightAtMs);
    expect(dayOfInstant(midnightAtMs)).toBe('2026-03-05');
    expect(minuteOfInstant(midnightAtMs)).toBe(0);
    expect(dayOfInstant(midnightAtMs - 1)).toBe('2026-03-04');
    expect(minuteOfInstant(midnightAtMs - 1)).toBe(1439);
  });

  it('minutes past 1439 reach the next day, also over a year end', () => {
    const atMs = instantOf(localDay('2025-12-31'), 1440 + 120);
    expect(dayOfInstant(atMs)).toBe('2026-01-01');
    expect(minuteOfInstant(atMs)).toBe(120);
  });

  it('any instant lies in its day and minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2e12, max: 8e12 }), (atMs) => {
        const startAtMs = instantOf(dayOfInstant(atMs), minuteOfInstant(atMs));
        expect(atMs - startAtMs).toBeGreaterThanOrEqual(0);
        expect(atMs - startAtMs).toBeLessThan(60_000);
      }),
    );
  });

  it('day numbers and days are the same thing, in the same order', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 2_900_000 }), (dayNumber) => {
        const day = dayOfNumber(dayNumber);
        expect(dayNumberOf(day)).toBe(dayNumber);
        expect(day < dayOfNumber(dayNumber + 1)).toBe(true);
      }),
    );
  });
});
