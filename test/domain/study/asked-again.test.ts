import { isAskedAgain, withNewDays, type GivenReply } from '../../../domain/study/asked-again';
import { instantOf, localDay } from '../../../domain/time/local-day';

const at = (day: string, hour: number) => instantOf(localDay(day), hour * 60);
const NOW = at('2025-03-01', 9);
const sitting = (sittingId: string, startAtMs: number, more: { newDayAtMs?: number } = {}) => ({
  sittingId,
  startAtMs,
  ...more,
});
const BEFORE = [sitting('a', at('2025-03-06', 14)), sitting('b', at('2025-03-07', 9))];

test.each([
  ['nothing', BEFORE, []],
  ['another hour of the day', [sitting('a', at('2025-03-06', 23)), BEFORE[1]!], []],
  ['midnight, in Shanghai', [sitting('a', at('2025-03-06', 24)), BEFORE[1]!], ['a']],
  ['a sitting more on a day that there was', [...BEFORE, sitting('c', at('2025-03-07', 15))], []],
  ['a sitting more on another day', [...BEFORE, sitting('c', at('2025-03-08', 15))], ['c']],
  ['a sitting less', [BEFORE[0]!], []],
])('%s brings a sitting to a new day or does not', (_change, after, moved) => {
  const dated = withNewDays(after, BEFORE, NOW);
  expect(dated.filter(({ newDayAtMs }) => newDayAtMs === NOW).map((one) => one.sittingId)).toEqual(
    moved,
  );
});

test('a later change keeps when a sitting came to its day', () => {
  const moved = withNewDays([sitting('a', at('2025-03-08', 14))], BEFORE, NOW);
  const again = withNewDays([sitting('a', at('2025-03-08', 16))], moved, NOW + 1);
  expect(again).toEqual([sitting('a', at('2025-03-08', 16), { newDayAtMs: NOW })]);
});

const dated = [BEFORE[0]!, sitting('b', at('2025-03-09', 9), { newDayAtMs: NOW })];
const REPLIES: readonly (readonly [string, GivenReply, boolean])[] = [
  ['leave from before', { kind: 'excused', atMs: NOW - 1 }, true],
  ['leave from then on', { kind: 'excused', atMs: NOW }, false],
  ['coming to the moved one', { kind: 'coming', sittingId: 'b', atMs: NOW - 1 }, true],
  ['coming to another one', { kind: 'coming', sittingId: 'a', atMs: NOW - 1 }, false],
];
test.each(REPLIES)('%s: asked again?', (_what, reply, isAgain) => {
  expect(isAskedAgain(reply, dated)).toBe(isAgain);
});

test('where no sitting came to a new day nobody is asked again', () => {
  expect(isAskedAgain({ kind: 'excused', atMs: 0 }, BEFORE)).toBe(false);
});
