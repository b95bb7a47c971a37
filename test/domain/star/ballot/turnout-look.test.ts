import { countsAt, nextLookAtMs, turnoutTold } from '../../../../domain/star/ballot/turnout-look';
import { at } from '../../shift/people';

const NOON = at('2026-04-08 12:00');
const RULES = { leastShown: 5, belowLeast: 'not-counted' } as const;

test.each([
  [9, 9, { kind: 'never' }],
  [10, 5, { kind: 'not-enough', atMs: NOON }],
  [10, 6, { kind: 'enough', atMs: NOON }],
  [30, 15, { kind: 'not-enough', atMs: NOON }],
  [30, 30, { kind: 'enough', atMs: NOON }],
])('of %i people, %i voted at the last look', (entitled, ballots, told) => {
  expect(turnoutTold(entitled, RULES, { ballots, atMs: NOON })).toEqual(told);
});

test('before the first look nothing is told, and of few never', () => {
  expect(turnoutTold(10, RULES, null)).toEqual({ kind: 'not-yet' });
  expect(turnoutTold(9, RULES, null)).toEqual({ kind: 'never' });
});

test('R-355 enough are as many as the poll says, where that is more than the share', () => {
  const rules = { ...RULES, leastShown: 8 };
  const told = (ballots: number) => turnoutTold(10, rules, { ballots, atMs: NOON }).kind;
  expect([told(7), told(8)]).toEqual(['not-enough', 'enough']);
});

test.each([
  ['12:00', '18:00', '13:00'],
  ['12:01', '18:00', '13:00'],
  ['12:59', '13:00', '13:00'],
  ['12:10', '12:30', '12:30'],
  ['12:30', '12:30', '13:00'],
  ['23:30', '23:00', '24:00'],
])('at %s of a poll that ends at %s the next look is at %s', (now, closes, next) => {
  const day = (time: string) => at(`2026-04-08 ${time}`);
  expect(nextLookAtMs(day(now), day(closes))).toBe(day(next));
});

test('what was planned for an end between hours counts nothing once the end is later', () => {
  const now = at('2026-04-08 14:00');
  expect(countsAt(at('2026-04-08 13:00'), now)).toBe(true);
  expect(countsAt(at('2026-04-08 13:12'), now)).toBe(false);
});

test.each([
  ['13:00', true],
  ['13:05', true],
  ['13:06', false],
  ['13:37', false],
  ['15:02', true],
])('a clock that comes at %s for a look of 13:00 counts: %s', (time, counts) => {
  expect(countsAt(at('2026-04-08 13:00'), at(`2026-04-08 ${time}`))).toBe(counts);
});
