import { DEFAULT_TERM_DAYS } from '../../../../domain/star/assessment/standard';
import { openingDay, opensOn, termsOf } from '../../../../domain/star/assessment/terms';
import { localDay } from '../../../../domain/time/local-day';
import { at } from '../../shift/people';

test('the sheets of a month open on the first day of the next', () => {
  expect(openingDay('2026-03')).toBe('2026-04-01');
  expect(openingDay('2025-12')).toBe('2026-01-01');
});

test('each part ends at 24:00 of its day', () => {
  expect(termsOf('2026-03', DEFAULT_TERM_DAYS, localDay('2026-04-01'))).toEqual({
    summaryUntilMs: at('2026-04-04 00:00'),
    marksUntilMs: at('2026-04-06 00:00'),
    appealsUntilMs: at('2026-04-09 00:00'),
    answersUntilMs: at('2026-04-11 00:00'),
  });
});

test('opened by a clock that is a day late, everything ends a day later', () => {
  const inTime = termsOf('2026-03', DEFAULT_TERM_DAYS, localDay('2026-04-01'));
  const late = termsOf('2026-03', DEFAULT_TERM_DAYS, localDay('2026-04-02'));
  expect(late.summaryUntilMs - inTime.summaryUntilMs).toBe(86_400_000);
  expect(late.answersUntilMs - inTime.answersUntilMs).toBe(86_400_000);
});

test.each([
  { day: '2026-03-31', opens: false },
  { day: '2026-04-01', opens: true },
  { day: '2026-04-11', opens: true },
  { day: '2026-04-12', opens: false },
])('March on $day: $opens', ({ day, opens }) => {
  expect(opensOn('2026-03', localDay(day))).toBe(opens);
});
