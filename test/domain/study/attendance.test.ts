import {
  attendanceState,
  canStillCheckIn,
  isIn,
  isOnDutyThroughout,
  markedState,
  stateInSitting,
  type AttendanceState,
  type Fit,
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
const FREE: readonly Fit[] = ['free'];
const ON_DUTY: readonly Fit[] = ['on-duty', 'on-duty'];

test('whoever has no record is expected while the register is open and absent when it is final', () => {
  expect(attendanceState(aLine(), FREE, false)).toBe('expected');
  expect(attendanceState(aLine(), FREE, true)).toBe('absent');
});

test('saying that one comes changes nothing about being absent', () => {
  expect(attendanceState(aLine({ reply: { kind: 'coming' } }), FREE, true)).toBe('absent');
});

test('leave asked before is leave, open or final, also when on duty', () => {
  for (const isFinal of [false, true]) {
    expect(attendanceState(aLine(excused), FREE, isFinal)).toBe('excused');
    expect(attendanceState(aLine(excused), ON_DUTY, isFinal)).toBe('excused');
  }
});

test('on duty during every sitting is on duty; one sitting off duty is enough to be expected', () => {
  expect(attendanceState(aLine(), ON_DUTY, true)).toBe('on-duty');
  expect(attendanceState(aLine(), ['on-duty', 'asleep'], true)).toBe('absent');
  expect(attendanceState(aLine(), ['on-duty', 'unknown'], false)).toBe('expected');
});

test('without sittings nobody is on duty throughout', () => {
  expect(isOnDutyThroughout([])).toBe(false);
});

test.each<MarkedState>(['attended', 'late', 'to-confirm', 'excused', 'absent'])(
  'a record %s outweighs leave, duty and closing',
  (state) => {
    const line = { ...recorded(state), ...excused };
    expect(attendanceState(line, ON_DUTY, true)).toBe(state);
  },
);

test('the last correction outweighs the record and the corrections before it', () => {
  const line = aLine({
    record: { state: 'attended' },
    corrections: [entered('absent', 1), entered('made-up', 2)],
  });
  expect(attendanceState(line, FREE, true)).toBe('made-up');
  expect(markedState(line)).toBe('made-up');
});

test('a correction needs no record', () => {
  expect(attendanceState(aLine({ corrections: [entered('excused', 1)] }), FREE, true)).toBe(
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

test('who stands on duty in a sitting is not missing from it, unless they said where they come', () => {
  expect(stateInSitting(aLine(), 'on-duty')).toBe('on-duty');
  expect(stateInSitting(aLine(), 'free')).toBe('expected');
  expect(stateInSitting(aLine({ reply: { kind: 'coming' } }), 'on-duty')).toBe('expected');
  expect(stateInSitting(aLine({ reply: { kind: 'excused' } }), 'on-duty')).toBe('excused');
});

const DONE: Pick<RegisterLine, 'makeUp'> = { makeUp: { doneAtMs: 10 } };

test('a make-up that is done counts where the person was not in', () => {
  expect(attendanceState(aLine(DONE), ON_DUTY, true)).toBe('made-up');
  expect(attendanceState(aLine({ ...DONE, ...excused }), FREE, true)).toBe('made-up');
  expect(attendanceState({ ...recorded('excused'), ...DONE }, FREE, true)).toBe('made-up');
  expect(attendanceState(aLine({ makeUp: {} }), ON_DUTY, true)).toBe('on-duty');
});

test('it is never written over having been there, and a later correction outweighs it', () => {
  expect(markedState({ ...recorded('late'), ...DONE })).toBe('late');
  expect(markedState(aLine({ ...DONE, corrections: [entered('absent', 9)] }))).toBe('made-up');
  expect(markedState(aLine({ ...DONE, corrections: [entered('absent', 11)] }))).toBe('absent');
});

test('who was away throughout is on leave, not absent', () => {
  expect(attendanceState(aLine({ wasAway: true }), FREE, true)).toBe('excused');
  expect(attendanceState(aLine({ wasAway: true }), ON_DUTY, true)).toBe('on-duty');
  expect(attendanceState({ ...recorded('attended'), wasAway: true }, FREE, true)).toBe('attended');
});
