import {
  checkThird,
  gradesFromMs,
  yearPermille,
  type Grade,
} from '../../../../domain/star/assessment/grades';

const grades = (excellent: number, others: number): (Grade | null)[] => [
  ...Array.from({ length: excellent }, (): Grade => 'excellent'),
  ...Array.from({ length: others }, () => null),
];

test.each([
  { excellent: 0, others: 0, atMost: 0, over: 0 },
  { excellent: 1, others: 2, atMost: 1, over: 0 },
  { excellent: 1, others: 1, atMost: 0, over: 1 },
  { excellent: 11, others: 24, atMost: 11, over: 0 },
  { excellent: 12, others: 23, atMost: 11, over: 1 },
])('$excellent of $others and these: $over over a third', ({ excellent, others, atMost, over }) => {
  const reviewed = excellent + others;
  expect(checkThird(grades(excellent, others))).toEqual({ excellent, reviewed, atMost, over });
});

test('months weigh by what could be earned in them; without any there is no figure', () => {
  const half = { earnedTenths: 250, possibleTenths: 500 };
  expect(yearPermille([half, { earnedTenths: 1000, possibleTenths: 1000 }])).toBe(833);
  expect(yearPermille([half])).toBe(500);
  expect(yearPermille([])).toBeNull();
});

test('grades of a year are entered from the first minute of its December on', () => {
  expect(new Date(gradesFromMs(2026)).toISOString()).toBe('2026-11-30T16:00:00.000Z');
});
