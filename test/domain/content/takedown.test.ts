import fc from 'fast-check';
import {
  canBeKeptUntil,
  everyRule,
  goesBefore,
  isTakedownHour,
  monthMoved,
  monthsOf,
  monthsStillKept,
  MOST_KEPT_MONTHS,
  READ_MONTHS,
  TAKEN_KINDS,
} from '../../../domain/content/takedown';
import {
  addDays,
  instantOf,
  localDay,
  monthOf,
  type LocalDay,
} from '../../../domain/time/local-day';

/** The month in which what has this day goes, worked out from the other end. */
const goesInMonth = (day: LocalDay, months: number): string => monthMoved(monthOf(day), months + 1);

test.each([
  [1, '2026-03', '2026-02-01'],
  [24, '2026-03', '2024-03-01'],
  [12, '2026-12', '2025-12-01'],
  [36, '2027-01', '2024-01-01'],
])('R-306: after %i months, in %s goes what has its day before %s', (months, month, before) => {
  expect(goesBefore(months, month)).toBe(before);
});

test.each([
  ['2024-02-29', 24, '2026-03'],
  ['2024-03-01', 24, '2026-04'],
  ['2024-03-31', 24, '2026-04'],
  ['2025-12-31', 1, '2026-02'],
])('R-306: what has %s as its day and is read for %i months goes in %s', (day, months, goes) => {
  expect(goesInMonth(localDay(day), months)).toBe(goes);
});

const days = fc
  .integer({ min: 0, max: 20_000 })
  .map((count) => addDays(localDay('2000-01-01'), count));
const someMonths = fc.integer({ min: 1, max: 120 });

test('R-306: both say the same, and nothing is read for less than its months', () => {
  fc.assert(
    fc.property(days, someMonths, (day, months) => {
      const goes = goesInMonth(day, months);
      expect(day < goesBefore(months, goes)).toBe(true);
      expect(day < goesBefore(months, monthMoved(goes, -1))).toBe(false);
      expect(`${goes}-01` > `${monthMoved(monthOf(day), months)}${day.slice(7)}`).toBe(true);
    }),
  );
});

test('R-306: what an office has not set is as it comes, and null is never', () => {
  expect(monthsOf([], 'party')).toBe(24);
  expect(everyRule([{ kind: 'party', months: null }])).toEqual([
    { kind: 'party', months: null },
    { kind: 'integrity', months: 36 },
    { kind: 'document', months: 12 },
  ]);
  for (const kind of TAKEN_KINDS) {
    const { least, usual, most } = READ_MONTHS[kind];
    expect(least <= usual && usual <= most).toBe(true);
  }
});

test('R-309: it is kept past the next month, and at most three years', () => {
  const can = (until: string) => canBeKeptUntil(until, '2026-04');
  expect([can('2026-04'), can('2026-05'), can('2029-04'), can('2029-05')]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('R-309: what is kept stands in its list in every month before, and not in the one in which it goes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MOST_KEPT_MONTHS }), fc.nat(40), (ahead, later) => {
      const until = monthMoved('2026-04', ahead);
      const month = monthMoved('2026-04', later);
      expect(monthsStillKept(month).includes(until)).toBe(month < until);
    }),
  );
  // The present month is one before the next, to which the limit is counted.
  expect(monthsStillKept('2026-03')).toContain(monthMoved('2026-04', MOST_KEPT_MONTHS));
});

test.each([
  ['01:59', 119, false],
  ['02:00', 120, true],
  ['04:59', 299, true],
  ['05:00', 300, false],
  ['14:00', 840, false],
])('R-307: at %s', (_, minute, is) => {
  expect(isTakedownHour(instantOf(localDay('2026-03-11'), minute))).toBe(is);
});
