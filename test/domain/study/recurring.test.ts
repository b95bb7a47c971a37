import { draftAtMs, firstMonthAfter, wishOfMonth } from '../../../domain/study/recurring';
import { at } from '../shift/people';

const wish = { firstDate: 5, days: 14, startMinute: 480, endMinute: 1260, minutes: 40 };

test('a draft is made at nine in the morning a week before the first possible day', () => {
  expect(draftAtMs(wish, '2026-04')).toBe(at('2026-03-29 09:00'));
  expect(draftAtMs({ firstDate: 28 }, '2026-02')).toBe(at('2026-02-21 09:00'));
});

test.each([
  ['2026-03-29 09:00', '2026-04-05', '2026-04-19'],
  ['2026-04-04 23:59', '2026-04-05', '2026-04-19'],
  // The clock was late: what is left of the days.
  ['2026-04-05 00:00', '2026-04-06', '2026-04-19'],
  ['2026-04-17 23:59', '2026-04-18', '2026-04-19'],
])('at %s sittings are looked for from %s to before %s', (now, fromDay, toDay) => {
  expect(wishOfMonth(wish, '2026-04', at(now))).toMatchObject({ fromDay, toDay, minutes: 40 });
});

test('a month whose days are over has none', () => {
  expect(wishOfMonth(wish, '2026-04', at('2026-04-18 00:00'))).toBeNull();
});

test('days may reach into the next month', () => {
  expect(wishOfMonth({ ...wish, firstDate: 28 }, '2026-12', at('2026-12-01 00:00'))).toMatchObject({
    fromDay: '2026-12-28',
    toDay: '2027-01-11',
  });
});

test('the first month is the next one, also over the end of the year', () => {
  expect(firstMonthAfter(at('2026-03-31 23:59'))).toBe('2026-04');
  expect(firstMonthAfter(at('2026-12-01 00:00'))).toBe('2027-01');
});
