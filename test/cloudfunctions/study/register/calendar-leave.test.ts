import { myAttendance, myStudies, reply, studyDetail } from '../../../../contract/study/mine';
import { roll } from '../../../../contract/study/register';
import { today } from '../../../../contract/today';
import { addDays, dayOfInstant } from '../../../../domain/time/local-day';
import { aSitting, minutes, outputOf, START_MS, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld('clock');
const DAY = minutes(24 * 60);
const ON_LEAVE = 'day-worker';

/** The person's calendar says leave on the day of the first of two sittings, or of both. */
async function published(days: 1 | 2): Promise<string> {
  const fromDay = dayOfInstant(START_MS + 2 * DAY);
  const leave = {
    kind: 'leave',
    id: 'l1',
    fromDay,
    toDay: addDays(fromDay, days),
    leaveKind: 'sick',
  };
  await world.alter('members', ON_LEAVE, { overrides: [leave] });
  const first = aSitting(START_MS + 2 * DAY);
  const second = aSitting(START_MS + 3 * DAY, { sittingId: 'sitting-2' });
  return world.published({ sittings: [first, second] });
}
const own = () => world.phone(ON_LEAVE);
const lineIn = async (studyId: string, sittingId?: string) => {
  const of = sittingId === undefined ? {} : { sittingId, isBySitting: true };
  const { lines } = outputOf(await world.phone('secretary').call(roll, { studyId, ...of }));
  return lines.find(({ memberId }) => memberId === ON_LEAVE);
};
const closed = async () => {
  world.cloud.clock.jump(START_MS + 4 * DAY);
  await world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
};

test('leave in the calendar on the days of all sittings is leave to every page, the register and the fair rate', async () => {
  const studyId = await published(2);
  expect(outputOf(await own().call(today, {})).studies[0]?.state).toBe('excused');
  expect(outputOf(await own().call(myStudies, {})).studies[0]?.state).toBe('excused');
  const { mine } = outputOf(await own().call(studyDetail, { studyId }));
  expect(mine).toMatchObject({ state: 'excused', excuseReason: null, isAway: true });
  expect(mine?.sittings.map(({ shift }) => shift?.override)).toEqual(['leave', 'leave']);
  expect(await lineIn(studyId)).toMatchObject({ state: 'excused', shift: { override: 'leave' } });
  expect(await lineIn(studyId, 'sitting-2')).toMatchObject({ state: 'excused' });
  await closed();
  expect(world.line(studyId, ON_LEAVE)?.wasAway).toBe(true);
  expect(await lineIn(studyId)).toMatchObject({ state: 'excused' });
  expect(outputOf(await own().call(myAttendance, { month: '2025-03' }))).toMatchObject({
    entries: [{ state: 'excused', isAway: true }],
    raw: { attended: 0, asked: 1 },
    fair: { attended: 0, couldAttend: 0 },
  });
});

test('one day of it leaves the other sitting to come to', async () => {
  const studyId = await published(1);
  expect(await lineIn(studyId, 'sitting-1')).toMatchObject({ state: 'excused' });
  expect(await lineIn(studyId, 'sitting-2')).toMatchObject({ state: 'expected' });
  expect(await lineIn(studyId)).toMatchObject({ state: 'expected' });
  await closed();
  expect(await lineIn(studyId)).toMatchObject({ state: 'absent' });
});

test('whoever says that they come all the same is waited for until the register is final', async () => {
  const studyId = await published(2);
  const coming = { kind: 'coming', sittingId: 'sitting-1' } as const;
  outputOf(await own().call(reply, { studyId, reply: coming }));
  expect(await lineIn(studyId)).toMatchObject({ state: 'expected' });
  const { mine } = outputOf(await own().call(studyDetail, { studyId }));
  expect(mine?.isAway).toBeUndefined();
  await closed();
  expect(await lineIn(studyId)).toMatchObject({ state: 'excused' });
  const { entries } = outputOf(await own().call(myAttendance, { month: '2025-03' }));
  expect(entries).toMatchObject([{ state: 'excused', isAway: true }]);
});

test('whoever asks for leave besides has asked for it', async () => {
  const studyId = await published(2);
  const asked = { kind: 'excused', reason: 'a journey' } as const;
  outputOf(await own().call(reply, { studyId, reply: asked }));
  const { mine } = outputOf(await own().call(studyDetail, { studyId }));
  expect([mine?.excuseReason, mine?.isAway]).toEqual(['a journey', undefined]);
});
