import { streakOf } from '../../../domain/branch/needs-a-word';
import type { AttendanceState } from '../../../domain/study/attendance';

const absent = (count: number) => ({ kind: 'absent', count });
const onDuty = (count: number) => ({ kind: 'on-duty', count });

test.each<[string, readonly AttendanceState[], object | undefined]>([
  ['nothing was asked', [], undefined],
  ['one absence', ['absent'], undefined],
  ['one absence after coming', ['absent', 'attended', 'absent'], undefined],
  ['two absences', ['absent', 'absent'], absent(2)],
  ['three, and coming before', ['absent', 'absent', 'absent', 'late', 'absent'], absent(3)],
  ['coming last ends it', ['attended', 'absent', 'absent'], undefined],
  ['making up ends it', ['made-up', 'absent', 'absent'], undefined],
  ['what waits to be confirmed ends it', ['to-confirm', 'absent', 'absent'], undefined],
  ['leave between counts nothing', ['absent', 'excused', 'absent'], absent(2)],
  ['nor does duty', ['on-duty', 'absent', 'on-duty', 'absent'], absent(2)],
  ['leave alone', ['excused', 'excused', 'excused'], undefined],
  ['two duties', ['on-duty', 'on-duty', 'attended'], undefined],
  ['three duties', ['on-duty', 'on-duty', 'on-duty', 'attended'], onDuty(3)],
  ['sleep between counts nothing', ['absent', 'asleep', 'absent'], absent(2)],
  ['sleeping is no absence', ['asleep', 'asleep', 'attended'], undefined],
  ['sleep and duty by turns', ['asleep', 'on-duty', 'asleep', 'attended'], onDuty(3)],
  ['leave ends a run of duties', ['on-duty', 'on-duty', 'excused', 'on-duty'], undefined],
])('%s', (_name, states, streak) => {
  expect(streakOf(states.map((state) => ({ state })))).toEqual(streak);
});

test('says of how many absences in a row leave was refused, and of no earlier one', () => {
  const refused = { state: 'absent', isLeaveRefused: true } as const;
  const lines = [refused, { state: 'excused' }, { state: 'absent' }, { state: 'late' }, refused];
  expect(streakOf(lines as Parameters<typeof streakOf>[0])).toEqual({ ...absent(2), refused: 1 });
});
