import {
  attendanceState,
  canStillCheckIn,
  isIn,
  isOnDutyThroughout,
  markedState,
  notedOf,
  stateAsNoted,
  stateInSitting,
  type AttendanceState,
  type MarkedState,
  type RegisterLine,
} from '../../../domain/study/attendance';

const aLine = (line: Partial<RegisterLine> = {}): RegisterLine => ({
  record: null,
  reply: null,
  corrections: [],
  ...line,
});
const entered = (to: MarkedState, atMs: number) => ({ to, atMs });
const recorded = (state: MarkedState) => aLine({ record: { state } });
const excused: Pick<RegisterLine, 'reply'> = { reply: { kind: 'excused' } };

test('whoever has no record is expected while the register is open and absent when it is final', () => {
  expect(attendanceState(aLine(), null, false)).toBe('expected');
  expect(attendanceState(aLine(), null, true)).toBe('absent');
});

test('saying that one comes changes nothing about being absent', () => {
  expect(attendanceState(aLine({ reply: { kind: 'coming' } }), null, true)).toBe('absent');
});

test('leave asked before is leave, open or final, also when on duty', () => {
  for (const isFinal of [false, true]) {
    expect(attendanceState(aLine(excused), null, isFinal)).toBe('excused');
    expect(attendanceState(aLine(excused), 'on-duty', isFinal)).toBe('excused');
  }
});

test.each([false, true])(
  'whom duty or sleep kept from every sitting is not absent, final %s',
  (isFinal) => {
    expect(attendanceState(aLine(), 'on-duty', isFinal)).toBe('on-duty');
    expect(attendanceState(aLine(), 'asleep', isFinal)).toBe('asleep');
  },
);

test('who slept and had said that they come is waited for until the register is final, and not absent from it', () => {
  const coming = aLine({ reply: { kind: 'coming' } });
  expect(attendanceState(coming, 'asleep', false)).toBe('expected');
  expect(attendanceState(coming, 'asleep', true)).toBe('asleep');
});

test('on duty throughout is on duty in each of them, and without sittings nobody is', () => {
  expect(isOnDutyThroughout(['on-duty', 'on-duty'])).toBe(true);
  expect(isOnDutyThroughout(['on-duty', 'asleep'])).toBe(false);
  expect(isOnDutyThroughout([])).toBe(false);
});

test.each([
  [{}, undefined],
  [{ wasOnDuty: false }, null],
  [{ wasOnDuty: true, wasAsleep: false }, 'on-duty'],
  [{ wasOnDuty: false, wasAsleep: true }, 'asleep'],
  [{ wasOnDuty: false, wasAsleep: false, wasAway: true }, 'away'],
  [{ wasOnDuty: false, wasAsleep: false }, null],
  // Of releases that noted duty and being away each by itself.
  [{ wasOnDuty: true, wasAway: true }, 'on-duty'],
])('%j was noted as %s', (noted, keptBy) => {
  expect(notedOf(noted)).toBe(keptBy);
});

test('a line without a note is as before: absent from a final register', () => {
  expect(stateAsNoted(aLine())).toBe('absent');
  expect(stateAsNoted(aLine({ wasOnDuty: false, wasAsleep: true }))).toBe('asleep');
});

test.each<MarkedState>(['attended', 'late', 'to-confirm', 'excused', 'absent'])(
  'a record %s outweighs leave, duty and closing',
  (state) => {
    const line = { ...recorded(state), ...excused };
    expect(attendanceState(line, 'on-duty', true)).toBe(state);
  },
);

test('the last correction outweighs the record and the corrections before it', () => {
  const line = aLine({
    record: { state: 'attended' },
    corrections: [entered('absent', 1), entered('made-up', 2)],
  });
  expect(attendanceState(line, null, true)).toBe('made-up');
  expect(markedState(line)).toBe('made-up');
});

test('a correction needs no record', () => {
  expect(attendanceState(aLine({ corrections: [entered('excused', 1)] }), null, true)).toBe(
    'excused',
  );
});

test('taking part means attended, late or made up', () => {
  const states: readonly (AttendanceState | undefined)[] = [
    'attended',
    'late',
    'made-up',
    'excused',
    'on-duty',
    'asleep',
    'absent',
    'to-confirm',
    'expected',
    undefined,
  ];
  expect(states.filter(isIn)).toEqual(['attended', 'late', 'made-up']);
});

test.each<{ line: RegisterLine; can: boolean }>([
  { line: aLine(), can: true },
  { line: recorded('absent'), can: true },
  { line: recorded('excused'), can: true },
  { line: recorded('to-confirm'), can: true },
  { line: recorded('attended'), can: false },
  { line: recorded('late'), can: false },
  { line: aLine({ corrections: [entered('made-up', 1)] }), can: false },
])('checking in still changes something: $line → $can', ({ line, can }) => {
  expect(canStillCheckIn(line)).toBe(can);
});

test('whom something keeps from a sitting is not missing from it, unless they said where they come', () => {
  expect(stateInSitting(aLine(), 'on-duty')).toBe('on-duty');
  expect(stateInSitting(aLine(), 'asleep')).toBe('asleep');
  expect(stateInSitting(aLine(), 'away')).toBe('excused');
  expect(stateInSitting(aLine(), null)).toBe('expected');
  expect(stateInSitting(aLine({ reply: { kind: 'coming' } }), 'away')).toBe('expected');
  expect(stateInSitting(aLine({ reply: { kind: 'coming' } }), 'on-duty')).toBe('expected');
  expect(stateInSitting(aLine({ reply: { kind: 'excused' } }), 'on-duty')).toBe('excused');
});

const DONE: Pick<RegisterLine, 'makeUp'> = { makeUp: { doneAtMs: 10 } };

test('a make-up that is done counts where the person was not in', () => {
  expect(attendanceState(aLine(DONE), 'on-duty', true)).toBe('made-up');
  expect(attendanceState(aLine({ ...DONE, ...excused }), null, true)).toBe('made-up');
  expect(attendanceState({ ...recorded('excused'), ...DONE }, null, true)).toBe('made-up');
  expect(attendanceState(aLine({ makeUp: {} }), 'on-duty', true)).toBe('on-duty');
});

test('it is never written over having been there, and a later correction outweighs it', () => {
  expect(markedState({ ...recorded('late'), ...DONE })).toBe('late');
  expect(markedState(aLine({ ...DONE, corrections: [entered('absent', 9)] }))).toBe('made-up');
  expect(markedState(aLine({ ...DONE, corrections: [entered('absent', 11)] }))).toBe('absent');
});

test('who was away throughout is on leave, not absent', () => {
  expect(attendanceState(aLine(), 'away', true)).toBe('excused');
  expect(attendanceState(recorded('attended'), 'away', true)).toBe('attended');
});

test('who is away and says that they come is expected until the register is final', () => {
  const coming = aLine({ reply: { kind: 'coming' } });
  expect(attendanceState(coming, 'away', false)).toBe('expected');
  expect(attendanceState(coming, 'away', true)).toBe('excused');
});
