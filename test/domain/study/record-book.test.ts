import fc from 'fast-check';
import {
  bookKindOf,
  bookMonth,
  missingTenths,
  sumBook,
  tenthsOfHours,
  type BookEntry,
} from '../../../domain/study/record-book';
import { askedAs } from '../../../domain/study/yearly-hours';
import { instantOf, localDay } from '../../../domain/time/local-day';

type Line = Parameters<typeof bookKindOf>[0];

const record = (state: NonNullable<Line['record']>['state']) => ({ state, sittingId: 's1' });
const line = (rest: Partial<Line>): Line => ({
  record: null,
  reply: null,
  corrections: [],
  ...rest,
});

test.each<[string, Line, ReturnType<typeof bookKindOf>]>([
  ['nothing entered', line({}), null],
  ['attended', line({ record: record('attended') }), 'check-in'],
  ['late', line({ record: record('late') }), 'check-in'],
  ['absent', line({ record: record('absent') }), null],
  ['excused', line({ record: record('excused') }), null],
  ['an offline scan', line({ record: record('to-confirm') }), 'to-confirm'],
  [
    'confirmed since',
    line({ record: record('to-confirm'), corrections: [{ to: 'attended', atMs: 1 }] }),
    'check-in',
  ],
  ['made up', line({ corrections: [{ to: 'made-up', atMs: 1 }] }), 'make-up'],
  [
    'taken back',
    line({ record: record('attended'), corrections: [{ to: 'absent', atMs: 2 }] }),
    null,
  ],
])('%s', (_, given, kind) => {
  expect(bookKindOf(given, null)).toBe(kind);
});

test('of a cancelled study stands what was held, for who came to it', () => {
  const came = line({ record: record('attended') });
  expect(bookKindOf(came, [{ sittingId: 's1' }])).toBe('check-in');
  expect(bookKindOf(came, [{ sittingId: 's2' }])).toBeNull();
  expect(bookKindOf(came, [])).toBeNull();
});

test('a study stands in the month in which its register closes, in Shanghai', () => {
  expect(bookMonth(instantOf(localDay('2026-01-01'), 0) - 1)).toBe('2025-12');
  expect(bookMonth(instantOf(localDay('2026-01-01'), 0))).toBe('2026-01');
});

test.each([
  [0, 0],
  [5, 0],
  [6, 1],
  [770, 128],
  [830, 138],
  [32 * 60 - 1, 319],
  [32 * 60, 320],
])('%d minutes are %d tenths of an hour', (minutes, tenths) => {
  expect(tenthsOfHours(minutes)).toBe(tenths);
});

test('shown hours and missing hours add up to the target; one minute short is short', () => {
  expect(missingTenths(830, 32)).toBe(182);
  expect(missingTenths(32 * 60 - 1, 32)).toBe(1);
  expect(missingTenths(32 * 60, 32)).toBe(0);
  expect(missingTenths(60 * 60, 32)).toBe(0);
});

const anEntry: fc.Arbitrary<BookEntry> = fc
  .record({
    kind: fc.constantFrom('check-in', 'make-up', 'to-confirm', 'note'),
    month: fc.constantFrom('2026-01', '2026-02', '2026-11'),
    minutes: fc.integer({ min: 5, max: 480 }),
  })
  .map((entry) => (entry.kind === 'note' ? { ...entry, minutes: 0 } : entry));

test('parts and months add up to the whole, and every entry is in one month', () => {
  fc.assert(
    fc.property(fc.array(anEntry), (entries) => {
      const { checkIn, makeUp, minutes, months } = sumBook(entries);
      const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
      expect(checkIn.minutes + makeUp.minutes).toBe(minutes);
      expect(sum(months.map((month) => month.minutes))).toBe(minutes);
      expect(sum(months.map(({ count }) => count))).toBe(entries.length);
      expect(months.map(({ month }) => month)).toEqual(
        [...new Set(entries.map(({ month }) => month))].sort().reverse(),
      );
    }),
  );
});

test.each([
  [['member'], 'member'],
  [['member', 'group-leader'], 'member'],
  [['member', 'committee-office'], 'member'],
  [['member', 'discipline-officer'], 'officer'],
  [['member', 'secretary'], 'officer'],
])('%j is asked for the hours of a %s', (roles, as) => {
  expect(askedAs(roles)).toBe(as);
});
