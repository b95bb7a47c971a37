import { DAY_WRITING } from '../../../contract/search.text';
import { askedWhen, isOf } from '../../../domain/search/asked-when';
import { localDay } from '../../../domain/time/local-day';

test.each<[text: string, year: number | null, month: number | null, date: number | null]>([
  ['3月5日', null, 3, 5],
  ['3月5号', null, 3, 5],
  ['3月5', null, 3, 5],
  ['03月05日', null, 3, 5],
  ['3月', null, 3, null],
  ['3月份', null, 3, null],
  ['三月五日', null, 3, 5],
  ['十二月三十一号', null, 12, 31],
  ['十月二十日', null, 10, 20],
  ['2026年3月', 2026, 3, null],
  ['26年3月5日', 2026, 3, 5],
  ['2026-03', 2026, 3, null],
  ['2026-3', 2026, 3, null],
  ['2026/03/05', 2026, 3, 5],
  ['2026.3.5', 2026, 3, 5],
  ['20260305', 2026, 3, 5],
  ['3.5', null, 3, 5],
  ['3-5', null, 3, 5],
  ['3/5', null, 3, 5],
  ['2月29日', null, 2, 29],
  ['2026年', 2026, null, null],
])('%s is a day, a month or a year', (text, year, month, date) => {
  expect(askedWhen(text, DAY_WRITING)).toEqual({ year, month, date });
});

test.each([
  '',
  '3',
  '2026',
  '13月',
  '0月',
  '3月32日',
  '2月30日',
  '2025-02-29',
  '13.5',
  '3.50',
  '2026-03/05',
  '20261305',
  '1999-03',
  '三五月',
  '3月5日会',
  '.*',
])('%s is none', (text) => {
  expect(askedWhen(text, DAY_WRITING)).toBeUndefined();
});

test('without a year it is that day of every year, and without a date every day of the month', () => {
  const march = { year: null, month: 3, date: null };
  expect(isOf(march, localDay('2024-03-01'))).toBe(true);
  expect(isOf(march, localDay('2026-03-31'))).toBe(true);
  expect(isOf(march, localDay('2026-04-01'))).toBe(false);
  expect(isOf({ ...march, year: 2026 }, localDay('2025-03-31'))).toBe(false);
  expect(isOf({ ...march, date: 5 }, localDay('2025-03-05'))).toBe(true);
  expect(isOf({ ...march, date: 5 }, localDay('2025-03-15'))).toBe(false);
});
