import {
  isAllMarked,
  isLecturePeriod,
  LECTURE_LIMITS,
  lectureStateAt,
} from '../../../../domain/content/contest/lecture';
import { MS_PER_DAY } from '../../../../domain/time/local-day';

const standing = {
  step: 'published',
  startAtMs: 100,
  endAtMs: 200,
  judgeByMs: 300,
  judgedAtMs: null,
} as const;

test.each([
  ['draft', { step: 'draft' }, 150, 'draft'],
  ['dropped', { step: 'dropped' }, 150, 'called-off'],
  ['called off', { step: 'called-off' }, 250, 'called-off'],
  ['before its start', {}, 99, 'coming'],
  ['at its start', {}, 100, 'entering'],
  ['at the end of entries', {}, 200, 'judging'],
  ['just before the deadline', {}, 299, 'judging'],
  ['at the deadline', {}, 300, 'judged'],
  ['with all marks in', { judgedAtMs: 250 }, 250, 'judged'],
] as const)('%s', (_, change, nowMs, state) => {
  expect(lectureStateAt({ ...standing, ...change }, nowMs)).toBe(state);
});

const days = (start: number, end: number, judge: number) => ({
  startAtMs: start * MS_PER_DAY,
  endAtMs: end * MS_PER_DAY,
  judgeByMs: judge * MS_PER_DAY,
});
const { longestDays, daysAhead } = LECTURE_LIMITS;

test.each([
  ['the longest', days(0, longestDays, 2 * longestDays), true],
  ['entries that are too long', days(0, longestDays + 1, longestDays + 2), false],
  ['a panel that takes too long', days(0, 1, longestDays + 2), false],
  ['the latest start', days(daysAhead, daysAhead + 1, daysAhead + 2), true],
  ['one later', days(daysAhead + 1, daysAhead + 2, daysAhead + 3), false],
  ['entries that end as they begin', days(1, 1, 2), false],
  ['no time to judge', days(1, 2, 2), false],
])('%s', (_, period, isGood) => {
  expect(isLecturePeriod(period, 0)).toBe(isGood);
});

test('all is marked when every judge has marked or stands aside; nobody waits for what was not entered', () => {
  const lecture = { lectureId: 'one', marks: [{ judgeId: 'a' }], aside: [{ judgeId: 'b' }] };
  expect(isAllMarked(['a', 'b'], [lecture])).toBe(true);
  expect(isAllMarked(['a', 'b', 'c'], [lecture])).toBe(false);
  expect(isAllMarked(['a', 'b', 'c'], [])).toBe(true);
});
