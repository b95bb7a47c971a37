import { daysAround } from '../../../domain/time/days-around';
import { instantOf, localDay } from '../../../domain/time/local-day';

const at = (day: string, hour: number) => instantOf(localDay(day), hour * 60);

test.each([
  ['one within a day', [[at('2026-03-10', 14), at('2026-03-10', 15)]], '2026-03-10', '2026-03-11'],
  ['one to midnight', [[at('2026-03-10', 22), at('2026-03-10', 24)]], '2026-03-10', '2026-03-11'],
  ['one past midnight', [[at('2026-03-10', 23), at('2026-03-11', 1)]], '2026-03-10', '2026-03-12'],
  [
    'two, in any order',
    [
      [at('2026-03-12', 0), at('2026-03-12', 1)],
      [at('2026-03-09', 14), at('2026-03-09', 15)],
    ],
    '2026-03-09',
    '2026-03-13',
  ],
])('whole days around %s', (_what, intervals, fromDay, toDay) => {
  const given = intervals.map(([startAtMs = 0, endAtMs = 0]) => ({ startAtMs, endAtMs }));
  expect(daysAround(given)).toEqual({ startAtMs: at(fromDay, 0), endAtMs: at(toDay, 0) });
});

test('no days around nothing', () => {
  expect(daysAround([])).toEqual({ startAtMs: 0, endAtMs: 0 });
});
