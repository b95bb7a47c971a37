import type { KeptBy, MarkedState } from '../../../domain/study/attendance';
import { causeOfMakeUp, creditedMinutes, isInTerm } from '../../../domain/study/make-up';
import { MS_PER_HOUR } from '../../../domain/time/local-day';

type Line = Parameters<typeof causeOfMakeUp>[1];
const aLine = (line: Partial<Line> = {}): Line => ({
  record: null,
  reply: null,
  corrections: [],
  ...line,
});
const recorded = (state: MarkedState) => aLine({ record: { state } });
const corrected = (to: MarkedState) => aLine({ corrections: [{ to, atMs: 1 }] });

test.each<{ what: string; line: Line; keptBy: KeptBy | null; cause: string | undefined }>([
  { what: 'duty in all of it', line: aLine(), keptBy: 'on-duty', cause: 'on-duty' },
  { what: 'sleep in all of it', line: aLine(), keptBy: 'asleep', cause: 'asleep' },
  { what: 'being away', line: aLine(), keptBy: 'away', cause: 'away' },
  { what: 'leave', line: aLine({ reply: { kind: 'excused' } }), keptBy: null, cause: 'excused' },
  { what: 'a sitting one could come to', line: aLine(), keptBy: null, cause: undefined },
  { what: 'coming', line: recorded('attended'), keptBy: 'on-duty', cause: undefined },
  { what: 'leave by an officer', line: recorded('excused'), keptBy: null, cause: 'excused' },
  { what: 'duty by correction', line: corrected('on-duty'), keptBy: null, cause: 'on-duty' },
  { what: 'sleep by correction', line: corrected('asleep'), keptBy: null, cause: 'asleep' },
  { what: 'absence by an officer', line: recorded('absent'), keptBy: 'asleep', cause: undefined },
  { what: 'a scan to confirm', line: recorded('to-confirm'), keptBy: 'asleep', cause: undefined },
])('after $what: $cause', ({ line, keptBy, cause }) => {
  expect(causeOfMakeUp('safety-training', line, keptBy)).toBe(cause);
});

test('what cannot be read up on opens for nobody by itself', () => {
  expect(causeOfMakeUp('fire-drill', aLine(), 'on-duty')).toBeUndefined();
  expect(causeOfMakeUp('branch-committee', recorded('excused'), null)).toBeUndefined();
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
