import { isHoliday } from '../../../domain/shift/national-calendar';
import type { SittingWish } from '../../../domain/study/candidate-starts';
import { sittingsFor } from '../../../domain/study/sittings-for';
import { dayOfInstant, localDay } from '../../../domain/time/local-day';
import { aPerson, at, leave } from '../shift/people';

const NOW = at('2026-03-30 09:00');
const wish = (fromDay: string, toDay: string): SittingWish => ({
  fromDay: localDay(fromDay),
  toDay: localDay(toDay),
  startMinute: 8 * 60,
  endMinute: 21 * 60,
  minutes: 40,
});
const everybody = ['one', 'two', 'three', 'four', 'five'].map((crewId) => ({
  schedule: aPerson({ crewId }),
  people: 7,
  entitled: 7,
}));
/** Away on every day from the 7th to the 12th of April, so that of a week only the holiday is left. */
const onlyOnHolidays = {
  schedule: aPerson({ crewId: 'one', overrides: [leave('2026-04-07', '2026-04-30')] }),
  people: 1,
  entitled: 1,
};
const daysOf = (startsAtMs: readonly number[]) => startsAtMs.map(dayOfInstant);

test.each([
  ['2026-04-03', false],
  ['2026-04-04', true],
  ['2026-04-06', true],
  ['2026-04-07', false],
  // A weekend that is no holiday, and one that is worked.
  ['2026-04-11', false],
  ['2026-02-14', false],
  // Beyond what the kept data has: what the law fixes by date, and nothing else.
  ['2027-01-01', true],
  ['2027-01-02', false],
  ['2027-05-02', true],
  ['2027-10-03', true],
  ['2027-04-05', false],
])('%s is a holiday: %s', (day, isOff) => {
  expect(isHoliday(localDay(day))).toBe(isOff);
});

test('a study that falls on a holiday moves behind it', () => {
  const found = sittingsFor('theme-day', everybody, wish('2026-04-04', '2026-04-18'), NOW);
  expect(found.holidays).toEqual(['2026-04-04', '2026-04-05', '2026-04-06']);
  expect(daysOf(found.startsAtMs)[0]).toBe('2026-04-07');
  expect(found).toMatchObject({ isFewest: true });
});

test('who can come on no other day has a sitting on a holiday beside those of the others', () => {
  const people = [...everybody, onlyOnHolidays];
  const week = wish('2026-04-04', '2026-04-11');
  const without = sittingsFor('theme-day', everybody, week, NOW);
  const found = sittingsFor('theme-day', people, week, NOW);
  expect(found.startsAtMs).toEqual(expect.arrayContaining([...without.startsAtMs]));
  expect(found.startsAtMs).toHaveLength(without.startsAtMs.length + 1);
  expect(daysOf(found.startsAtMs).filter(isHoliday)).toHaveLength(1);
  expect(found.isFewest).toBe(false);
});

test('where there are only holidays they are taken', () => {
  const found = sittingsFor('theme-day', everybody, wish('2026-04-04', '2026-04-07'), NOW);
  expect(found.startsAtMs.length).toBeGreaterThan(0);
  expect(found).toMatchObject({ holidays: [], isFewest: true });
});

test('a meeting that votes is moved behind a holiday too', () => {
  const found = sittingsFor('member-meeting', everybody, wish('2026-04-04', '2026-04-18'), NOW);
  expect(daysOf(found.startsAtMs).some(isHoliday)).toBe(false);
  expect(found.startsAtMs).toHaveLength(1);
});

test('who is left for good brings no sitting to a holiday', () => {
  const away = {
    schedule: aPerson({ overrides: [leave('2026-04-01', '2026-04-30')] }),
    people: 1,
    entitled: 1,
  };
  const found = sittingsFor(
    'theme-day',
    [...everybody, away],
    wish('2026-04-04', '2026-04-18'),
    NOW,
  );
  expect(daysOf(found.startsAtMs).some(isHoliday)).toBe(false);
  expect(found.holidays).toHaveLength(3);
});
