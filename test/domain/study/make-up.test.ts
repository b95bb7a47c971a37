import type { Fit, MarkedState } from '../../../domain/study/attendance';
import { causeOfMakeUp, creditedMinutes, isInTerm } from '../../../domain/study/make-up';
import { MS_PER_HOUR } from '../../../domain/time/local-day';

type Line = Parameters<typeof causeOfMakeUp>[1];
const aLine = (line: Partial<Line> = {}): Line => ({
  record: null,
  reply: null,
  corrections: [],
  wasOnDuty: false,
  isAway: false,
  ...line,
});
const recorded = (state: MarkedState) => aLine({ record: { state } });
const corrected = (to: MarkedState) => aLine({ corrections: [{ to, atMs: 1 }] });

test.each<{ what: string; line: Line; fits: Fit[]; cause: string | undefined }>([
  {
    what: 'duty in all of it',
    line: aLine({ wasOnDuty: true }),
    fits: ['on-duty'],
    cause: 'on-duty',
  },
  { what: 'leave', line: aLine({ reply: { kind: 'excused' } }), fits: ['free'], cause: 'excused' },
  { what: 'being away', line: aLine({ isAway: true }), fits: ['unknown'], cause: 'away' },
  { what: 'sleep', line: aLine(), fits: ['asleep'], cause: 'asleep' },
  { what: 'a night or duty', line: aLine(), fits: ['after-night', 'on-duty'], cause: 'asleep' },
  {
    what: 'a sitting one could come to',
    line: aLine(),
    fits: ['asleep', 'free'],
    cause: undefined,
  },
  { what: 'an unknown rota', line: aLine(), fits: ['unknown'], cause: undefined },
  { what: 'coming', line: recorded('attended'), fits: ['on-duty'], cause: undefined },
  { what: 'leave by an officer', line: recorded('excused'), fits: ['free'], cause: 'excused' },
  { what: 'duty by correction', line: corrected('on-duty'), fits: ['free'], cause: 'on-duty' },
  { what: 'absence by an officer', line: recorded('absent'), fits: ['asleep'], cause: undefined },
  { what: 'a scan to confirm', line: recorded('to-confirm'), fits: ['asleep'], cause: undefined },
  { what: 'no sittings', line: aLine(), fits: [], cause: undefined },
])('after $what: $cause', ({ line, fits, cause }) => {
  expect(causeOfMakeUp('safety-training', line, fits)).toBe(cause);
});

test('what cannot be read up on opens for nobody by itself', () => {
  expect(causeOfMakeUp('fire-drill', aLine({ wasOnDuty: true }), ['on-duty'])).toBeUndefined();
  expect(causeOfMakeUp('branch-committee', recorded('excused'), ['free'])).toBeUndefined();
});

const UNTIL = 100 * MS_PER_HOUR;
test.each<{ what: string; said: number | undefined; heard: number; isIn: boolean }>([
  { what: 'just before the end', said: undefined, heard: UNTIL - 1, isIn: true },
  { what: 'at the end', said: undefined, heard: UNTIL, isIn: false },
  { what: 'kept, handed in a moment late', said: UNTIL - 1, heard: UNTIL + 1, isIn: true },
  { what: 'kept, within 24 h', said: UNTIL - 1, heard: UNTIL + 24 * MS_PER_HOUR - 1, isIn: true },
  { what: 'kept, after 24 h', said: UNTIL - 1, heard: UNTIL + 24 * MS_PER_HOUR, isIn: false },
  { what: 'said after the end', said: UNTIL, heard: UNTIL + 1, isIn: false },
  { what: 'a clock that is ahead', said: UNTIL + 9, heard: UNTIL - 1, isIn: true },
])('$what: in time $isIn', ({ said, heard, isIn }) => {
  expect(isInTerm(UNTIL, said, heard)).toBe(isIn);
});

test('a make-up earns the minutes of the study, or those of its material where that is the rule', () => {
  expect(creditedMinutes('study', 40, 13)).toBe(40);
  expect(creditedMinutes('material', 40, 13)).toBe(13);
});
