import { localDay, MS_PER_DAY } from '../../../domain/time/local-day';
import {
  clockOf,
  clockOfMinute,
  dayText,
  fullDayText,
  limitText,
  minuteOfClock,
  momentText,
  monthText,
  pickerClock,
  spanText,
} from '../../../miniprogram/text/when';
import { at, NOW_MS } from '../../builders/phone/study';

const today = localDay('2026-03-11');

it.each([
  ['2026-03-10', '昨天'],
  ['2026-03-11', '今天'],
  ['2026-03-12', '明天'],
  ['2026-03-13', '周五 3月13日'],
  ['2025-12-31', '周三 2025年12月31日'],
])('the day %s is called %s', (day, text) => {
  expect(dayText(localDay(day), today)).toBe(text);
});

it('a full day has its weekday also when it is today', () => {
  expect(fullDayText(today, today)).toBe('周三 3月11日');
});

it('an instant is told in Shanghai, hours without a zero', () => {
  expect(clockOf(at('9:05'))).toBe('9:05');
  expect(momentText(at('14:00'), NOW_MS)).toBe('今天 14:00');
  expect(spanText(at('14:00'), at('14:40'), NOW_MS)).toBe('今天 14:00–14:40');
});

it.each([
  [-15, '23:45'],
  [0, '0:00'],
  [1440, '0:00'],
  [1560, '2:00'],
])('minute %d of a day is %s on the clock', (minute, text) => {
  expect(clockOfMinute(minute)).toBe(text);
});

it.each([
  ['09:05', 545],
  ['00:00', 0],
  ['23:59', 1439],
])('%s is read and written as the time picker does', (clock, minute) => {
  expect(minuteOfClock(clock)).toBe(minute);
  expect(pickerClock(minute)).toBe(clock);
});

it('the time picker takes minutes of other days as their time of day', () => {
  expect(pickerClock(-15)).toBe('23:45');
  expect(pickerClock(1560)).toBe('02:00');
});

it('a month has its year only when it is another one', () => {
  expect(monthText('2026-03', today)).toBe('3月');
  expect(monthText('2025-12', today)).toBe('2025年12月');
});

it.each([
  ['14:00', 0, '今天 14:00 前'],
  ['23:58', 0, '今天 23:58 前'],
  ['23:59', 0, '今天 24:00 前'],
  ['0:00', 1, '今天 24:00 前'],
  ['0:01', 1, '明天 0:01 前'],
])('a limit at %s, %d days from now, is said as %s', (clock, days, text) => {
  expect(limitText(at(clock) + days * MS_PER_DAY, NOW_MS)).toBe(text);
});
