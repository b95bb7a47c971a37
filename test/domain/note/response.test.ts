import { gatheredUntilAtMs, obstacleToReply } from '../../../domain/note/response';
import { addDays, instantOf, localDay } from '../../../domain/time/local-day';

const DAY = localDay('2026-03-10');
const at = (minute: number) => instantOf(DAY, minute);
const END = 17 * 60 + 30;

test.each([
  ['midnight', at(0), at(END)],
  ['a moment before the end', at(END) - 1, at(END)],
  ['the end itself', at(END), instantOf(addDays(DAY, 1), END)],
  [
    'the last moment of the day',
    instantOf(addDays(DAY, 1), 0) - 1,
    instantOf(addDays(DAY, 1), END),
  ],
])('what is given at %s is told at the end of its window', (_, givenAtMs, toldAtMs) => {
  expect(gatheredUntilAtMs(givenAtMs)).toBe(toldAtMs);
});

const by = (memberId: string, count: number) => Array.from({ length: count }, () => ({ memberId }));
test.each([
  [[], undefined],
  [by('me', 4), undefined],
  [by('me', 5), 'too-many-own'],
  [by('other', 99), undefined],
  [by('other', 100), 'too-many'],
  [[...by('me', 5), ...by('other', 95)], 'too-many-own'],
])('of replies that stand, case %#', (standing, obstacle) => {
  expect(obstacleToReply(standing, 'me')).toBe(obstacle);
});
