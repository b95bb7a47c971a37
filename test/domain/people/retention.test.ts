import {
  daysKept,
  forgottenBefore,
  KEPT_THINGS,
  KEPT_YEARS,
} from '../../../domain/people/retention';
import { MS_PER_DAY } from '../../../domain/time/local-day';

const NOW_MS = 2_000_000_000_000;
const usual = (thing: keyof typeof KEPT_YEARS) => KEPT_YEARS[thing].usual;

test.each([
  ['audit-entry', NOW_MS - 1095 * MS_PER_DAY],
  ['notice', NOW_MS - 730 * MS_PER_DAY],
  ['bind-try', NOW_MS - 30 * MS_PER_DAY],
  ['export', NOW_MS - MS_PER_DAY],
  ['attendance', null],
  ['note', null],
] as const)('%s is forgotten before %p', (thing, beforeMs) => {
  expect(forgottenBefore(thing, NOW_MS, usual)).toBe(beforeMs);
});

test('what is a record of the branch is ended by no clock', () => {
  const ended = KEPT_THINGS.filter((thing) => daysKept(thing, usual) === null);
  expect(ended).toEqual(['attendance', 'note']);
});

test('R-292: what an office has chosen for is kept for so many years, nothing else', () => {
  const years = () => 5;
  expect(daysKept('notice', years)).toBe(5 * 365);
  expect(daysKept('bind-try', years)).toBe(30);
  expect(daysKept('attendance', years)).toBeNull();
});

test('R-292: no office goes below what the law asks for, and the usual lies between', () => {
  expect(KEPT_YEARS['audit-entry'].least).toBe(3);
  for (const { least, usual: comes, most } of Object.values(KEPT_YEARS)) {
    expect(least).toBeLessThanOrEqual(comes);
    expect(comes).toBeLessThanOrEqual(most);
    expect(least).toBeGreaterThanOrEqual(1);
  }
});
