import { markByHand, roll, type RollLine } from '../../../../contract/study/register';
import { checkIn } from '../../../../contract/study/mine';
import { cancelStudy } from '../../../../contract/study/writing';
import { aMember, minutes, useStudyWorld, outputOf } from '../../../worlds/study-world';

const world = useStudyWorld();

const SITTING = 'sitting-1';

async function rollLine(studyId: string, memberId: string): Promise<RollLine | undefined> {
  const { lines } = outputOf(await world.phone('secretary').call(roll, { studyId }));
  return lines.find((line) => line.memberId === memberId);
}

describe('marking by hand', () => {
  const mark = (studyId: string, memberId = 'member-2') => ({
    studyId,
    sittingId: SITTING,
    memberId,
    state: 'attended' as const,
    reason: 'phone is broken',
  });

  test('enters with name, time and reason, and a retry enters once', async () => {
    const studyId = await world.opened();
    const secretary = world.phone('secretary');
    const marked = outputOf(
      await secretary.call(markByHand, mark(studyId), { requestId: 'tap-1' }),
    );
    expect(marked.line).toMatchObject({
      state: 'attended',
      way: 'by-hand',
      markedBy: 'secretary',
      reason: 'phone is broken',
      atMs: world.nowMs(),
    });
    expect(
      outputOf(await secretary.call(markByHand, mark(studyId), { requestId: 'tap-1' })),
    ).toEqual(marked);
    const otherwise = { ...mark(studyId), state: 'absent' as const };
    expect(await secretary.call(markByHand, otherwise, { requestId: 'tap-1' })).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(world.line(studyId, 'member-2')?.version).toBe(1);
  });

  test('over a record stands beside it and says from what to what', async () => {
    const studyId = await world.opened();
    const scanned = outputOf(await world.scan('member-2', studyId));
    await world.later(minutes(5));
    const asked = { ...mark(studyId), state: 'absent' as const, reason: 'a friend had the phone' };
    const { line } = outputOf(await world.phone('secretary').call(markByHand, asked));
    expect(line).toMatchObject({
      state: 'absent',
      way: 'scan',
      atMs: scanned.atMs,
      corrections: [
        {
          from: 'attended',
          to: 'absent',
          reason: 'a friend had the phone',
          byName: 'secretary',
          atMs: world.nowMs(),
        },
      ],
    });
  });

  test('confirms an offline scan without losing its times', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    const claimedAtMs = world.nowMs();
    await world.later(minutes(5));
    outputOf(await world.phone('member-2').call(checkIn, { way: 'scan', payload, claimedAtMs }));
    const { line } = outputOf(await world.phone('secretary').call(markByHand, mark(studyId)));
    expect(line).toMatchObject({
      state: 'attended',
      claimedAtMs,
      way: 'offline-scan',
      corrections: [{ from: 'to-confirm', to: 'attended' }],
    });
  });

  test('is refused where something else was entered since the officer looked, and a retry is not', async () => {
    const studyId = await world.opened();
    const asked = { ...mark(studyId), seen: 'expected' as const };
    outputOf(await world.scan('member-2', studyId));
    const absent = { ...asked, state: 'absent' as const, reason: 'I do not see them' };
    const secretary = world.phone('secretary');
    expect(await secretary.call(markByHand, absent)).toMatchObject({ code: 'changed-meanwhile' });
    expect((await rollLine(studyId, 'member-2'))?.state).toBe('attended');
    const looked = { ...absent, seen: 'attended' as const };
    const { line } = outputOf(await secretary.call(markByHand, looked, { requestId: 'tap-1' }));
    expect(line.state).toBe('absent');
    expect(outputOf(await secretary.call(markByHand, looked, { requestId: 'tap-1' }))).toEqual({
      line,
    });
  });

  test('waits for opening, except for leave', async () => {
    const studyId = await world.published();
    const secretary = world.phone('secretary');
    expect(await secretary.call(markByHand, mark(studyId))).toMatchObject({
      code: 'not-open-yet',
      detail: { opensAtMs: world.nowMs() + minutes(30) },
    });
    const leave = { ...mark(studyId), state: 'excused' as const, reason: 'called in sick' };
    expect(outputOf(await secretary.call(markByHand, leave)).line.state).toBe('excused');
  });

  test('ends with the register, and a cancelled study has none', async () => {
    const studyId = await world.opened();
    const secretary = world.phone('secretary');
    await world.later(minutes(80));
    expect(await secretary.call(markByHand, mark(studyId))).toMatchObject({
      code: 'register-final',
    });
    const other = await world.opened();
    outputOf(await secretary.call(cancelStudy, { studyId: other, reason: 'storm' }));
    expect(await secretary.call(markByHand, mark(other))).toMatchObject({
      code: 'study-cancelled',
    });
  });

  test('is for people who are asked, newcomers included', async () => {
    const studyId = await world.opened();
    const secretary = world.phone('secretary');
    await world.plant('members', aMember('newcomer'));
    expect(await secretary.call(markByHand, mark(studyId, 'newcomer'))).toMatchObject({ ok: true });
    for (const stranger of ['nobody', 'foreigner']) {
      expect(await secretary.call(markByHand, mark(studyId, stranger))).toMatchObject({
        code: 'not-invited',
      });
    }
  });
});
