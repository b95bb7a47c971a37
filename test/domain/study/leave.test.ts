import { attendanceState, type RegisterLine } from '../../../domain/study/attendance';
import { isOnLeave, leaveStanding } from '../../../domain/study/leave';
import { causeOfMakeUp } from '../../../domain/study/make-up';

const leave = { kind: 'excused' as const };
const granted = { ...leave, answer: { verdict: 'granted' as const } };
const declined = { ...leave, answer: { verdict: 'declined' as const } };
const again = { ...leave, needsGrant: true };

test.each<[string, RegisterLine['reply'], boolean, string | undefined]>([
  ['nothing', null, false, undefined],
  ['coming', { kind: 'coming' }, false, undefined],
  ['leave that nobody has answered', leave, true, 'waiting'],
  ['leave that is granted', granted, true, 'granted'],
  ['leave that is declined', declined, false, 'declined'],
  ['leave asked again after it was declined', again, false, 'waiting'],
  ['such leave, granted', { ...granted, needsGrant: true }, true, 'granted'],
  ['such leave, declined', { ...declined, needsGrant: true }, false, 'declined'],
])('%s', (_, reply, excuses, standing) => {
  expect(isOnLeave(reply)).toBe(excuses);
  expect(leaveStanding(reply)).toBe(standing);
});

describe('of a declined one', () => {
  const line: RegisterLine = { record: null, reply: declined, corrections: [], wasOnDuty: false };

  test('the person is expected, and absent from a final register', () => {
    expect(attendanceState(line, null, false)).toBe('expected');
    expect(attendanceState(line, null, true)).toBe('absent');
  });

  test('duty counts all the same', () => {
    expect(attendanceState(line, 'on-duty', true)).toBe('on-duty');
  });

  test('no make-up opens by itself', () => {
    expect(causeOfMakeUp('theme-day', line, null)).toBeUndefined();
  });
});
