import { readSheet } from 'read-excel-file/node';
import { memberActions } from '../../../../contract/people/member';
import {
  checkIn,
  myAttendance,
  myCode,
  myStudies,
  reply,
  studyDetail,
} from '../../../../contract/study/mine';
import { answerLeave, correct, exportRegister, roll } from '../../../../contract/study/register';
import { today } from '../../../../contract/today';
import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import { accountOf } from '../../../builders/documents';
import { aSitting, minutes, outputOf, START_MS, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld('member', 'clock');
const { addMember, changeMember } = memberActions;
const DAY = minutes(24 * 60);
const MARCH = { month: '2025-03' } as const;
const WHO = 'member-1';

const inDays = (days: number) => ({ sittings: [aSitting(START_MS + days * DAY)] });
const mover = () => world.phone(WHO);
const of = (memberId: string): Member => {
  const stored = [...world.cloud.engine.collection('members').all()];
  return stored
    .map(({ document }) => document as unknown as Member)
    .find(({ _id }) => _id === memberId)!;
};
const leaves = async () =>
  outputOf(await world.phone('officer').call(changeMember, { memberId: WHO, hasLeft: true }));
const isAdded = async (by: string) => {
  const { name, staffNumber } = of(WHO);
  const place = { groupId: null, crewId: null, standing: 'member' as const };
  const added = { memberId: 'fresh', name, staffNumber, ...place };
  outputOf(await world.phone(by).call(addMember, added));
  // As by binding anew.
  await world.alter('members', WHO, { account: accountOf(WHO) });
};
const moves = async () => {
  await leaves();
  await isAdded('foreign-secretary');
};
const rollOf = async (studyId: string) =>
  outputOf(await world.phone('secretary').call(roll, { studyId }));
const inRoll = async (studyId: string) =>
  (await rollOf(studyId)).lines.some(({ memberId }) => memberId === WHO);
const month = async () => outputOf(await mover().call(myAttendance, MARCH));
const listed = async () => {
  const open = outputOf(await mover().call(myStudies, {})).studies;
  const onToday = outputOf(await mover().call(today, {})).studies;
  expect(onToday.map(({ studyId }) => studyId)).toEqual(open.map(({ studyId }) => studyId));
  return open.map(({ studyId }) => studyId);
};
const excused = { kind: 'excused', reason: 'at the dentist' } as const;

test('who has moved is asked by the old branch no more, and it expects them no more', async () => {
  const studyId = await world.published(inDays(1));
  expect(await listed()).toEqual([studyId]);
  await moves();
  expect(await listed()).toEqual([]);
  expect(await inRoll(studyId)).toBe(false);
  expect((await rollOf(studyId)).gone).toEqual([
    { memberId: WHO, name: WHO, crewName: expect.any(String), gone: 'moved' },
  ]);
  expect(outputOf(await mover().call(studyDetail, { studyId }))).toMatchObject({
    mine: null,
    gone: 'moved',
    canPresent: false,
  });
  const coming = { kind: 'coming', sittingId: 'sitting-1' } as const;
  expect(await mover().call(reply, { studyId, reply: coming })).toMatchObject({
    code: 'not-found',
  });
  const { entries, minutesAsked, raw } = await month();
  expect({ minutesAsked, raw }).toEqual({ minutesAsked: 0, raw: { attended: 0, asked: 0 } });
  expect(entries).toMatchObject([{ studyId, state: 'excused', reason: null, gone: 'moved' }]);
});

test('who was moved before it was noted on lines is asked no more either', async () => {
  const studyId = await world.published(inDays(1));
  await world.alter('members', WHO, { branchId: 'branch-2', joinedDay: '2025-03-05' });
  expect(await listed()).toEqual([]);
  expect(await inRoll(studyId)).toBe(false);
  expect(outputOf(await mover().call(studyDetail, { studyId }))).toMatchObject({ gone: 'moved' });
  await world.later(DAY + minutes(70));
  await world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
  expect(world.line(studyId, WHO)).toMatchObject({ isExpected: false });
  expect((await rollOf(studyId)).gone).toMatchObject([{ memberId: WHO }]);
});

test('leave that who has moved had asked asks no officer any more, and is answered by none', async () => {
  const studyId = await world.published(inDays(1));
  const askedAtMs = world.nowMs();
  outputOf(await mover().call(reply, { studyId, reply: excused }));
  const waits = async () => outputOf(await world.phone('secretary').call(today, {})).toAnswer;
  expect(await waits()).toHaveLength(1);
  await moves();
  expect(await waits()).toEqual([]);
  const answer = {
    studyId,
    memberId: WHO,
    askedAtMs,
    seen: 'waiting',
    verdict: 'declined',
  } as const;
  expect(
    await world.phone('secretary').call(answerLeave, { ...answer, reason: 'we vote' }),
  ).toMatchObject({ code: 'leave-withdrawn' });
});

test('what who has moved took part in stays theirs, and is read and corrected as before', async () => {
  const studyId = await world.opened();
  outputOf(await world.scan(WHO, studyId));
  await moves();
  expect(await inRoll(studyId)).toBe(true);
  expect(await listed()).toEqual([studyId]);
  await world.later(DAY);
  const own = outputOf(await mover().call(studyDetail, { studyId }));
  expect(own).toMatchObject({
    mine: { state: 'attended' },
    isElsewhere: true,
    canPresent: false,
    canEdit: false,
  });
  expect(own.gone).toBeUndefined();
  expect((await month()).raw).toEqual({ attended: 1, asked: 1 });
  const correction = {
    studyId,
    memberId: WHO,
    to: 'late',
    seen: 'attended',
    reason: 'was late',
  } as const;
  outputOf(await world.phone('secretary').call(correct, correction));
  expect((await month()).entries).toMatchObject([{ state: 'late' }]);
});

test('whoever had no line in it opens no study of another branch', async () => {
  const studyId = await world.published(inDays(1));
  for (const who of ['foreigner', 'foreign-secretary']) {
    expect(await world.phone(who).call(studyDetail, { studyId })).toMatchObject({
      code: 'not-found',
    });
  }
});

test('whoever was taken out of the branch by mistake finds their answer again', async () => {
  const studyId = await world.published(inDays(1));
  outputOf(await mover().call(reply, { studyId, reply: excused }));
  await leaves();
  expect((await rollOf(studyId)).gone).toMatchObject([{ memberId: WHO, gone: 'left' }]);
  await isAdded('officer');
  // Who is of the branch is remembered for a minute.
  await world.later(minutes(2));
  expect(outputOf(await mover().call(myStudies, {})).studies).toMatchObject([
    { studyId, state: 'excused', excuseReason: 'at the dentist' },
  ]);
  const { lines, gone } = await rollOf(studyId);
  expect(lines.find(({ memberId }) => memberId === WHO)).toMatchObject({ state: 'excused' });
  expect(gone).toBeUndefined();
});

describe('a code that was scanned before the move', () => {
  const scanned = async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    const claimedAtMs = world.nowMs();
    await world.later(minutes(5));
    return { studyId, scan: { way: 'scan', payload, claimedAtMs } as const };
  };

  test('stands for an officer to confirm when it is handed in afterwards', async () => {
    const { studyId, scan } = await scanned();
    await moves();
    expect(outputOf(await mover().call(checkIn, scan))).toMatchObject({ state: 'to-confirm' });
    const { lines, gone } = await rollOf(studyId);
    expect(lines.find(({ memberId }) => memberId === WHO)).toMatchObject({
      state: 'to-confirm',
      way: 'offline-scan',
      claimedAtMs: scan.claimedAtMs,
    });
    expect(gone).toBeUndefined();
    expect(await listed()).toEqual([studyId]);
  });

  test('is found by its slot, whatever the phone claims and however fresh it is', async () => {
    const studyId = await world.opened();
    const { payload } = await world.shownCode(studyId);
    await world.later(16_000);
    await moves();
    const scan = { way: 'scan', payload } as const;
    expect(outputOf(await mover().call(checkIn, scan))).toMatchObject({ state: 'to-confirm' });
  });

  test('is none when it was shown only after it', async () => {
    const studyId = await world.opened();
    await moves();
    await world.later(minutes(1));
    const { payload, digits } = await world.shownCode(studyId);
    for (const shown of [
      { way: 'scan', payload } as const,
      { way: 'typed', studyId, sittingId: 'sitting-1', digits } as const,
    ]) {
      expect(await mover().call(checkIn, shown)).toMatchObject({
        code: shown.way === 'scan' ? 'not-invited' : 'not-a-code',
      });
    }
    expect(world.line(studyId, WHO)?.record).toBeNull();
    expect(outputOf(await mover().call(myCode, {})).slots).toEqual([]);
  });
});

test('the sheet of a register names who is gone below those who were asked', async () => {
  const studyId = await world.published(inDays(1));
  outputOf(await mover().call(reply, { studyId, reply: excused }));
  await moves();
  const asked = { exportId: 'export-1', studyId };
  const { url } = outputOf(await world.phone('officer').call(exportRegister, asked));
  const response = await fetch(url);
  const rows = await readSheet(Buffer.from(await response.arrayBuffer()));
  expect(rows[2]?.[0]).toContain('另有 1 人已不在本支部，不算应到');
  expect(rows.at(-1)?.filter((cell) => cell !== null)).toEqual([
    WHO,
    expect.any(String),
    '已到别的支部',
  ]);
});
